import { isPlatformBrowser } from '@angular/common';
import {
  APP_BOOTSTRAP_LISTENER,
  type EnvironmentProviders,
  inject,
  isDevMode,
  makeEnvironmentProviders,
  PLATFORM_ID,
} from '@angular/core';

import { checkConfig, WEB_SOCKET_CONFIG, type WebSocketConfig } from './config/config.ts';
import { WebSocketService } from './websocket.ts';

/**
 * Configures {@link WebSocketService} and has it connect when the application has started, but not while it is rendered
 * on a server.
 *
 * The streams do not replay. What has to receive every message subscribes in an initializer of the application or in a
 * component that it starts with: the connection begins after all of them, wherever this stands among the providers.
 *
 * `config.json` takes precedence over what is given here.
 * @throws in development, where a value can't be meant: a count below zero, for example.
 */
export function provideWebSocket(config: Partial<WebSocketConfig> = {}): EnvironmentProviders {
  const { config: valid, faults } = checkConfig({ ...config });
  if (isDevMode() && faults.length > 0) {
    throw new Error(`provideWebSocket: ${faults.map(({ name, reason }) => `"${name}" ${reason}`).join(', ')}.`);
  }
  return makeEnvironmentProviders([
    { provide: WEB_SOCKET_CONFIG, useValue: valid },
    {
      provide: APP_BOOTSTRAP_LISTENER,
      multi: true,
      useFactory: () => {
        if (!isPlatformBrowser(inject(PLATFORM_ID))) return () => undefined;
        const service = inject(WebSocketService);
        return () => {
          // A first failure needs no handling here: the service retries, and `status$` emits it.
          service.connect().catch(() => undefined);
        };
      },
    },
  ]);
}
