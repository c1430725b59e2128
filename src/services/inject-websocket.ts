import { assertInInjectionContext, inject } from '@angular/core';

import type { ServerMessage } from '../protocol/index.ts';
import { backendToken } from './backends.ts';
import type { AnyMessage } from './codec/codec.ts';
import { WebSocketService } from './websocket.ts';

/**
 * The connection to a backend: of that name, or the unnamed one that is nearest. Call it where `inject` may be called.
 *
 * `Message` is the union of what this backend sends, each with a `type` of its own, so that `message$('…')` knows which
 * there are: a promise of its codec's. Default: the messages of the gateway. `Sent` is the union of what `send` gives it
 * beside prompts, as its codec writes it. Default: nothing.
 * @throws where no `provideWebSocket` provides it, with a sentence that says what to provide.
 */
export function injectWebSocket<Message extends AnyMessage = ServerMessage, Sent = never>(
  name?: string,
): WebSocketService<Message, Sent> {
  assertInInjectionContext(injectWebSocket);
  const service: unknown =
    name === undefined ? inject(WebSocketService, { optional: true }) : inject(backendToken(name), { optional: true });
  if (service !== null) return service as WebSocketService<Message, Sent>;
  const call = name === undefined ? 'provideWebSocket()' : `provideWebSocket('${name}', { baseUrl: … })`;
  throw new Error(
    `There is no backend ${name === undefined ? 'without a name' : `named '${name}'`} here. Put ${call} among the ` +
      'providers of the application, or of the route that injects it.',
  );
}
