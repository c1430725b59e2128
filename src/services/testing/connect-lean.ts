import { TestBed } from '@angular/core/testing';

import { elapse } from '../../testing/index.ts';
import type { AnyMessage } from '../codec/codec.ts';
import type { WebSocketFeature } from '../features/feature.ts';
import { injectWebSocket } from '../inject-websocket.ts';
import { provideLeanWebSocket } from '../provide-lean-websocket.ts';
import type { WebSocketService } from '../websocket.ts';
import type { BackendBrowser } from './backend-page.ts';

/** Opens a page whose service has these features alone, and connects it. The clock is a fake one. */
export async function connectLean<Message extends AnyMessage>(
  browser: BackendBrowser,
  ...features: readonly WebSocketFeature[]
): Promise<WebSocketService<Message>> {
  browser.open(provideLeanWebSocket({}, ...features));
  const service = TestBed.runInInjectionContext(() => injectWebSocket<Message>());
  void service.connect();
  await elapse(5);
  browser.network.peer.accept();
  await elapse(5);
  return service;
}
