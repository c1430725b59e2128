import type { Provider } from '@angular/core';

import { type AnyMessage, type ServerMessage, WebSocketService, ɵbackendToken as backendToken } from '../../index.ts';
import { ScriptedBackend } from './scripted-backend.ts';

/** A scripted service in the place of the unnamed backend, which sends the messages of the gateway. */
export class ScriptedWebSocketService extends ScriptedBackend<ServerMessage> {}

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
