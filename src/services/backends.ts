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

/** The namespaces in use: two backends in one would get each other's prompts and user code. */
@Service()
export class Namespaces {
  private readonly taken = new Set<string>();

  /** Takes a namespace for as long as the injector lives in which it is called. */
  reserve(namespace: string): void {
    if (this.taken.has(namespace)) return reportTwice(namespace);
    this.taken.add(namespace);
    inject(DestroyRef).onDestroy(() => this.taken.delete(namespace));
  }
}

function reportTwice(namespace: string): void {
  const name = namespace === '' ? '' : `'${namespace}'`;
  reportProblems('provideWebSocket', [{ kind: 'namespace-twice', about: `provideWebSocket(${name})` }]);
}
