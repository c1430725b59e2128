import {
  APP_BOOTSTRAP_LISTENER,
  createEnvironmentInjector,
  DestroyRef,
  EnvironmentInjector,
  type EnvironmentProviders,
  inject,
  Injector,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
  type ProviderToken,
  runInInjectionContext,
} from '@angular/core';

import { backendToken, isInRoot, StoragePrefixes } from './backends.ts';
import { resolveBackendConfig, type BackendDescription } from './resolve-backend-config.ts';
import { DEFAULT_CONFIG, type WebSocketConfig } from './config/config.ts';
import type { WebSocketFeature } from './features/feature.ts';
import { backendProviders } from './backend-providers.ts';
import { IS_SERVER } from './platform/browser.ts';
import { reportProblems } from './report-problems.ts';
import { STORAGE_PREFIX } from './platform/storage-prefix.ts';
import { WebSocketService } from './websocket.ts';

type Features = readonly WebSocketFeature[];

/** The parameters of `provideWebSocket`: a name or none, a configuration or none, features. */
export type BackendParameters = readonly (string | Partial<WebSocketConfig> | WebSocketFeature | undefined)[];

/** Reads the parameters of `provideWebSocket`. */
export function describeBackend(parameters: BackendParameters): BackendDescription {
  const [first] = parameters;
  const [config = {}, ...features] = (typeof first === 'string' ? parameters.slice(1) : parameters) as [
    config?: Partial<WebSocketConfig>,
    ...features: Features,
  ];
  return { name: typeof first === 'string' ? first : undefined, config, features };
}

/** Provides a backend, and has it connect when it is time. */
export function provideBackend(backend: BackendDescription): EnvironmentProviders {
  const { name, features } = backend;
  const config = resolveBackendConfig(backend);
  return name === undefined ? provideUnnamed(config, features) : provideNamed(name, config, features);
}

function provideUnnamed(config: Partial<WebSocketConfig>, features: Features): EnvironmentProviders {
  const storagePrefix = (): string => (isInRoot() ? prefixOf(config) : prefixOf(config, nameAtRoute(config)));
  return makeEnvironmentProviders([
    backendProviders({ config, storagePrefix, features }),
    provideEnvironmentInitializer(() => inject(StoragePrefixes).reserve(inject(STORAGE_PREFIX), 'provideWebSocket()')),
    provideStart(WebSocketService),
  ]);
}

function provideNamed(name: string, config: Partial<WebSocketConfig>, features: Features): EnvironmentProviders {
  // In development an empty name is refused; the unnamed backend's data are not its own.
  const storagePrefix = prefixOf(config, name.trim() || 'unnamed');
  const createService = (): WebSocketService => {
    const providers = backendProviders({ config, storagePrefix: () => storagePrefix, features });
    const injector = createEnvironmentInjector(providers, inject(EnvironmentInjector), name);
    inject(DestroyRef).onDestroy(() => injector.destroy());
    return injector.get(WebSocketService);
  };
  return makeEnvironmentProviders([
    { provide: backendToken(name), useFactory: createService },
    provideEnvironmentInitializer(() => inject(StoragePrefixes).reserve(storagePrefix, `provideWebSocket('${name}')`)),
    provideStart(backendToken(name)),
  ]);
}

/** Has a backend connect with the application, or with the route that it stands at. */
function provideStart(service: ProviderToken<WebSocketService>): EnvironmentProviders {
  return makeEnvironmentProviders([
    {
      provide: APP_BOOTSTRAP_LISTENER,
      multi: true,
      useFactory: () => {
        const injector = inject(Injector);
        return () => runInInjectionContext(injector, () => connect(service));
      },
    },
    provideEnvironmentInitializer(() => {
      if (!isInRoot()) connect(service);
    }),
  ]);
}

function connect(service: ProviderToken<WebSocketService>): void {
  if (inject(IS_SERVER)) return;
  // A first failure needs no handling here: the service retries, and `status$` emits it.
  inject(service)
    .connect()
    .catch(() => undefined);
}

function prefixOf({ storagePrefix = DEFAULT_CONFIG.storagePrefix }: Partial<WebSocketConfig>, name?: string): string {
  return name === undefined ? storagePrefix : `${storagePrefix}.${name}`;
}

/**
 * Where a backend without a name stands at a route, its server is what tells it apart: two whose addresses are made by
 * functions could get each other's prompts after a reload.
 */
function nameAtRoute({ url, baseUrl = '' }: Partial<WebSocketConfig>): string {
  if (typeof url === 'function') reportProblems('provideWebSocket', [{ kind: 'name-needed', about: '"url"' }]);
  // A query may be a signature, which is another one tomorrow.
  const [address = ''] = (typeof url === 'string' ? url : baseUrl).split(/[?#]/);
  return `at ${address}`;
}
