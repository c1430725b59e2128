import {
  APP_BOOTSTRAP_LISTENER,
  createEnvironmentInjector,
  DestroyRef,
  EnvironmentInjector,
  type EnvironmentProviders,
  inject,
  Injector,
  isDevMode,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
  type ProviderToken,
  runInInjectionContext,
} from '@angular/core';

import { backendToken, isInRoot, Namespaces } from './backends.ts';
import { checkConfig, type WebSocketConfig } from './config/config.ts';
import { layerProviders } from './layer.ts';
import { IS_SERVER } from './platform/browser.ts';
import { STORAGE_NAMESPACE } from './platform/storage-namespace.ts';
import { WebSocketService } from './websocket.ts';

/**
 * Configures {@link WebSocketService}, and has it connect when the application has started, but not while it is rendered
 * on a server. At a route it connects when the route is first entered, and is a backend of its own beside the
 * application's: another connection, user code and outbox.
 *
 * The streams do not replay. What has to receive every message subscribes in an initializer of the application or in a
 * component that it starts with: the connection begins after all of them, wherever this stands among the providers.
 *
 * `config.json` takes precedence over what is given here.
 * @throws in development, where a value can't be meant: a count below zero, for example.
 */
export function provideWebSocket(config?: Partial<WebSocketConfig>): EnvironmentProviders;
/**
 * Configures a further backend, which `injectWebSocket(name)` returns. It has a connection, a user code, an outbox, a
 * place in its server's log and channels of its own, stored under its name.
 * @throws in development, where a value can't be meant, or the name is used twice.
 */
export function provideWebSocket(name: string, config?: Partial<WebSocketConfig>): EnvironmentProviders;
export function provideWebSocket(
  first: string | Partial<WebSocketConfig> = {},
  second: Partial<WebSocketConfig> = {},
): EnvironmentProviders {
  return typeof first === 'string' ? provideNamed(checkedName(first), checked(second)) : provideUnnamed(checked(first));
}

function provideUnnamed(config: Partial<WebSocketConfig>): EnvironmentProviders {
  const namespace = (): string => (isInRoot() ? '' : namespaceOf(config));
  return makeEnvironmentProviders([
    layerProviders(config, namespace),
    provideEnvironmentInitializer(() => inject(Namespaces).reserve(inject(STORAGE_NAMESPACE))),
    provideStart(WebSocketService),
  ]);
}

function provideNamed(name: string, config: Partial<WebSocketConfig>): EnvironmentProviders {
  const createService = (): WebSocketService => {
    const injector = createEnvironmentInjector(
      layerProviders(config, () => name),
      inject(EnvironmentInjector),
      name,
    );
    inject(DestroyRef).onDestroy(() => injector.destroy());
    return injector.get(WebSocketService);
  };
  return makeEnvironmentProviders([
    { provide: backendToken(name), useFactory: createService },
    provideEnvironmentInitializer(() => inject(Namespaces).reserve(name)),
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

/** Where a backend without a name stands at a route, its server is what tells it apart. */
function namespaceOf({ baseUrl = '' }: Partial<WebSocketConfig>): string {
  // A query may be a signature, which is another one tomorrow.
  const [address = ''] = baseUrl.split(/[?#]/);
  return `at ${address}`;
}

function checked(config: Partial<WebSocketConfig>): Partial<WebSocketConfig> {
  const { config: valid, faults } = checkConfig({ ...config });
  if (isDevMode() && faults.length > 0) {
    throw new Error(`provideWebSocket: ${faults.map(({ name, reason }) => `"${name}" ${reason}`).join(', ')}.`);
  }
  return valid;
}

function checkedName(name: string): string {
  if (name.trim() !== '') return name;
  throw new Error("provideWebSocket: the name of a backend is empty. Leave it out, or give one, such as 'orders'.");
}
