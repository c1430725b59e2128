import type { EnvironmentProviders, Provider } from '@angular/core';

import { provideWebSocket, WebSocketService } from '../../services/index.ts';
import { ScriptedWebSocketService } from '../../services/testing/index.ts';

/** Where the fake leads. */
export const ENDPOINT = 'ws://127.0.0.1:9943/api/ws/video-generation';

/** A scripted service whose functions are spies. */
export class FakeWebSocketService extends ScriptedWebSocketService {
  override readonly connect = jasmine.createSpy<WebSocketService['connect']>('connect').and.resolveTo();
  override readonly disconnect = jasmine.createSpy<WebSocketService['disconnect']>('disconnect');
  override readonly ping = jasmine.createSpy<WebSocketService['ping']>('ping');
  override readonly cancel = jasmine.createSpy<WebSocketService['cancel']>('cancel');

  constructor() {
    super();
    this.setEndpoint(ENDPOINT);
  }
}

/** Puts a fake in the service's place, beside what else comes with it; it is found by its own name too. */
export function provideFakeWebSocket(): (Provider | EnvironmentProviders)[] {
  return [provideWebSocket(), FakeWebSocketService, { provide: WebSocketService, useExisting: FakeWebSocketService }];
}
