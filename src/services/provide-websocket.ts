import { isPlatformBrowser } from '@angular/common';
import {
  type EnvironmentProviders,
  inject,
  isDevMode,
  makeEnvironmentProviders,
  PLATFORM_ID,
  provideAppInitializer,
} from '@angular/core';

import { checkConfig, WEB_SOCKET_CONFIG, type WebSocketConfig } from './config/config.ts';
import { WebSocketService } from './websocket.ts';

/**
 * Configures {@link WebSocketService} and has it connect when the application starts, without keeping
 * the application waiting, and not while it is rendered on a server.
 *
 * What `config.json` says comes before what is given here.
 * @throws in development, where a value can't be meant: a count below zero, for example.
 */
export function provideWebSocket(config: Partial<WebSocketConfig> = {}): EnvironmentProviders {
  const { config: valid, faults } = checkConfig({ ...config });
  if (isDevMode() && faults.length > 0) {
    throw new Error(`provideWebSocket: ${faults.map(({ name, reason }) => `"${name}" ${reason}`).join(', ')}.`);
  }
  return makeEnvironmentProviders([
    { provide: WEB_SOCKET_CONFIG, useValue: valid },
    provideAppInitializer(() => {
      if (!isPlatformBrowser(inject(PLATFORM_ID))) return;
      // A first failure is no news to anybody here: the service retries, and `status$` tells.
      inject(WebSocketService)
        .connect()
        .catch(() => undefined);
    }),
  ]);
}
