import { type EnvironmentProviders, inject, isDevMode, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { provideServiceWorker } from '@angular/service-worker';

import { Installation } from './installation.ts';
import { workerAddress } from './worker-address.ts';

/** Keeps the built application on the device, so that it opens without a network. Not while it is developed. */
export function provideOffline(): EnvironmentProviders {
  return makeEnvironmentProviders([
    // When there is nothing else to do: the first visit is for the conversation.
    provideServiceWorker(workerAddress(), { enabled: !isDevMode(), registrationStrategy: 'registerWhenStable:30000' }),
    // The browser offers the installation once, early.
    provideAppInitializer(() => void inject(Installation)),
  ]);
}
