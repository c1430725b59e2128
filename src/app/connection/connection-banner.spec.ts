import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { MatButtonHarness } from '@angular/material/button/testing';

import { WebSocketStatus } from '../../services/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { ConnectionBanner } from './connection-banner.ts';

describe('ConnectionBanner', () => {
  let fixture: ComponentFixture<ConnectionBanner>;
  let loader: HarnessLoader;
  let socket: FakeWebSocketService;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideRouter([])] });
    socket = TestBed.inject(FakeWebSocketService);
    fixture = TestBed.createComponent(ConnectionBanner);
    loader = TestbedHarnessEnvironment.loader(fixture);
  });

  async function shown(): Promise<string | undefined> {
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).querySelector('[role=alert] p')?.textContent;
  }

  it('is not there while there is a connection or one is being tried', async () => {
    for (const status of [WebSocketStatus.CONNECTED, WebSocketStatus.CONNECTING, WebSocketStatus.RECONNECTING]) {
      socket.setConnection({ status });
      expect(await shown()).toBeUndefined();
    }
  });

  it('tells the cause and connects again', async () => {
    socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'exhausted' });
    expect(await shown()).toBe('重连 5 次仍未成功。请检查网络和服务器，然后重新连接。');
    await (await loader.getHarness(MatButtonHarness.with({ text: '重新连接' }))).click();
    expect(socket.connect).toHaveBeenCalledTimes(1);
  });

  it('leads to the diagnostics, where the cause is looked for', async () => {
    const links = (): readonly string[] =>
      [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')].map(({ pathname }) => pathname);
    socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'exhausted' });
    await shown();
    expect(links()).toEqual(['/diagnostics']);
    // A new code is all that it needs.
    socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'code-revoked' });
    await shown();
    expect(links()).toEqual([]);
  });

  it('takes a failed connect as what the streams will tell', async () => {
    socket.setConnection({ status: WebSocketStatus.DISCONNECTED });
    expect(await shown()).toBe('连接已断开。');
    await (await loader.getHarness(MatButtonHarness.with({ text: '重新连接' }))).click();
    expect(socket.connect).toHaveBeenCalledTimes(1);
  });

  it('offers a new code where the code is the problem', async () => {
    const code = socket.userCode();
    socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'code-revoked' });
    await (await loader.getHarness(MatButtonHarness.with({ text: '换用新的用户码' }))).click();
    expect(socket.userCode()).not.toBe(code);
    expect(socket.connect).not.toHaveBeenCalled();
  });
});
