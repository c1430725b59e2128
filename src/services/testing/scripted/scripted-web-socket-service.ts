import type { Provider } from '@angular/core';

import {
  type AnyMessage,
  CHINESE,
  GATEWAY_CODEC,
  type ServerMessage,
  type Unreadable,
  WebSocketService,
  ɵbackendToken as backendToken,
} from '../../index.ts';
import { ScriptedBackend } from './scripted-backend.ts';

/** A scripted service in the place of the unnamed backend, which sends the messages of the gateway. */
export class ScriptedWebSocketService extends ScriptedBackend<ServerMessage> {
  /** Lets a frame arrive that can't be read: it is in `unreadable$`, and an error among the messages after that. */
  override receiveUnreadable(unreadable: Unreadable): void {
    super.receiveUnreadable(unreadable);
    const error = GATEWAY_CODEC.report?.(unreadable, CHINESE);
    if (error !== undefined) this.receive(error);
  }
}

/** Puts a scripted service in the place of `WebSocketService`; it is found by its own name too. */
export function provideScriptedWebSocket(): Provider[];
/** Puts a scripted service in the place of a named backend, which `injectWebSocket(name)` returns. */
export function provideScriptedWebSocket<Message extends AnyMessage>(
  name: string,
  backend: ScriptedBackend<Message>,
): Provider[];
export function provideScriptedWebSocket(name?: string, backend?: unknown): Provider[] {
  if (name !== undefined) return [{ provide: backendToken(name), useValue: backend }];
  return [ScriptedWebSocketService, { provide: WebSocketService, useExisting: ScriptedWebSocketService }];
}
