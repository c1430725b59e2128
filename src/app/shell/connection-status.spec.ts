import { TestBed } from '@angular/core/testing';

import { WebSocketStatus } from '../../services/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
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
      TestBed.inject(FakeWebSocketService).become({ status, attempt: 2 });
      await fixture.whenStable();
      const element = fixture.nativeElement as HTMLElement;
      expect(element.querySelector('[role=status]')?.textContent).toBe(text);
      expect(element.querySelector('.retry') !== null).toBe(status === WebSocketStatus.RECONNECTING);
    });
  }
});
