import { assertInInjectionContext, inject } from '@angular/core';

import { backendToken } from './backends.ts';
import { WebSocketService } from './websocket.ts';

/**
 * The connection to a backend: of that name, or the unnamed one that is nearest. Call it where `inject` may be called.
 * @throws where no `provideWebSocket` provides it, with a sentence that says what to provide.
 */
export function injectWebSocket(name?: string): WebSocketService {
  assertInInjectionContext(injectWebSocket);
  const service =
    name === undefined ? inject(WebSocketService, { optional: true }) : inject(backendToken(name), { optional: true });
  if (service !== null) return service;
  const call = name === undefined ? 'provideWebSocket()' : `provideWebSocket('${name}', { baseUrl: … })`;
  throw new Error(
    `There is no backend ${name === undefined ? 'without a name' : `named '${name}'`} here. Put ${call} among the ` +
      'providers of the application, or of the route that injects it.',
  );
}
