import { TestBed } from '@angular/core/testing';

import { WebSocketStatus } from '../../services/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { translatePage } from '../testing/translate-page.ts';
import { ConnectionStatus } from './connection-status.ts';

describe('ConnectionStatus', () => {
  const texts = [
    [WebSocketStatus.CONNECTED, '已连接'],
    [WebSocketStatus.CONNECTING, '连接中'],
    [WebSocketStatus.RECONNECTING, '重连中'],
    [WebSocketStatus.DISCONNECTED, '已断开'],
    [WebSocketStatus.ERROR, '连接错误'],
  ] as const;

  for (const [status, text] of texts) {
    it(`calls ${status} ${text}, and nothing else stands in the status`, async () => {
      TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
      const fixture = TestBed.createComponent(ConnectionStatus);
      TestBed.inject(FakeWebSocketService).setConnection({ status, attempt: 2 });
      await fixture.whenStable();
      const element = fixture.nativeElement as HTMLElement;
      expect(element.querySelector('[role=status]')?.textContent).toBe(text);
      expect(element.querySelector('.retry') !== null).toBe(status === WebSocketStatus.RECONNECTING);
    });
  }

  it('goes on where the browser has translated the page', async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    const socket = TestBed.inject(FakeWebSocketService);
    const fixture = TestBed.createComponent(ConnectionStatus);
    socket.setConnection({ status: WebSocketStatus.CONNECTING });
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    translatePage(element);
    socket.setConnection({ status: WebSocketStatus.CONNECTED });
    await fixture.whenStable();
    expect(element.querySelector('[role=status]')?.textContent).toBe('已连接');
  });

  it('tells when it tries again, silently, and tries at once when asked', async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    const socket = TestBed.inject(FakeWebSocketService);
    const fixture = TestBed.createComponent(ConnectionStatus);
    socket.setConnection({ status: WebSocketStatus.RECONNECTING, attempt: 2, nextAttemptAt: Date.now() + 2_900 });
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const retry = element.querySelector('.retry');
    expect(retry?.textContent.trim()).toBe('3 秒后重试（第 2/5 次）');
    expect(retry?.closest('[role=status], [aria-live]')).toBeNull();
    const button = element.querySelector('button');
    expect(button?.textContent.trim()).toBe('立即重连');
    button?.click();
    expect(socket.connect).toHaveBeenCalledTimes(1);
    socket.setConnection({ status: WebSocketStatus.CONNECTED });
    await fixture.whenStable();
    expect(element.querySelector('button')).toBeNull();
  });
});
