import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { WebSocketStatus } from '../../services/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { OverlayHistory } from '../overlays/overlay-history.ts';
import { CodeRefresh } from '../user-code/code-refresh.ts';
import { until } from '../../testing/index.ts';
import { ConnectionPanel } from './connection-panel.ts';

describe('ConnectionPanel', () => {
  let element: HTMLElement;
  let socket: FakeWebSocketService;
  let isBackKept: boolean;

  beforeEach(() => {
    isBackKept = false;
    const add = (): (() => void) => {
      isBackKept = true;
      return () => (isBackKept = false);
    };
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), provideRouter([]), { provide: OverlayHistory, useValue: { add } }],
    });
    socket = TestBed.inject(FakeWebSocketService);
    const fixture = TestBed.createComponent(ConnectionPanel);
    fixture.componentRef.setInput('state', '已连接');
    element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    TestBed.tick();
  });

  const panel = (): HTMLElement => element.querySelector<HTMLElement>('[popover]')!;
  const isOpen = (): boolean => panel().matches(':popover-open');
  const press = (name: string): void =>
    [...panel().querySelectorAll<HTMLElement>('button, a')]
      .find(({ textContent }) => textContent.includes(name))!
      .click();

  it('opens from the state of the connection, and Back closes it', async () => {
    const opener = element.querySelector<HTMLElement>('.opener')!;
    expect(opener.ariaLabel).toBe('连接：已连接');
    opener.click();
    expect(isOpen()).toBeTrue();
    await until(() => isBackKept);
    expect(document.activeElement).toBe(panel());
    opener.click();
    expect(isOpen()).toBeFalse();
    await until(() => !isBackKept);
  });

  it('says what the state means, with the code, and tries again where there is no connection', () => {
    socket.connect.and.rejectWith(new Error('refused'));
    expect(panel().textContent).toContain('消息会马上送到');
    expect(panel().textContent).toContain('0f8f…950e');
    expect(panel().textContent).not.toContain('重新连接');
    socket.setConnection({ status: WebSocketStatus.ERROR });
    TestBed.tick();
    expect(panel().textContent).toContain('现在收发不了消息');
    press('重新连接');
    expect(socket.connect).toHaveBeenCalledTimes(1);
  });

  it('gives way to what it leads to', () => {
    const asked = spyOn(TestBed.inject(CodeRefresh), 'confirmAndRefresh').and.resolveTo();
    for (const name of ['刷新用户码', '诊断']) {
      panel().showPopover();
      press(name);
      expect(isOpen()).withContext(name).toBeFalse();
    }
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
