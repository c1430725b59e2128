import { DestroyRef, EnvironmentInjector, inject, InjectionToken, Service } from '@angular/core';

import { reportProblems } from './report-problems.ts';
import type { WebSocketService } from './websocket.ts';

/** The injector that the application starts with. */
const ROOT_INJECTOR = new InjectionToken<EnvironmentInjector>('ROOT_INJECTOR', {
  factory: () => inject(EnvironmentInjector),
});

/** Whether the environment in which this is called is the application's own, and not that of a route. */
export function isInRoot(): boolean {
  return inject(EnvironmentInjector) === inject(ROOT_INJECTOR);
}

const TOKENS = new Map<string, InjectionToken<WebSocketService>>();

/** What a named backend is provided as: the same token for the same name. */
export function backendToken(name: string): InjectionToken<WebSocketService> {
  const token = TOKENS.get(name) ?? new InjectionToken<WebSocketService>(`provideWebSocket('${name}')`);
  TOKENS.set(name, token);
  return token;
}

/** The prefixes of stored data in use: of two backends with one, the one at hand would be a matter of luck. */
@Service()
export class StoragePrefixes {
  readonly #taken = new Set<string>();

  /** Takes a prefix for as long as the injector lives in which it is called; `call` is how the backend is provided. */
  reserve(prefix: string, call: string): void {
    if (this.#taken.has(prefix)) return reportProblems('provideWebSocket', [{ kind: 'name-twice', about: call }]);
    this.#taken.add(prefix);
    inject(DestroyRef).onDestroy(() => this.#taken.delete(prefix));
  }
}
