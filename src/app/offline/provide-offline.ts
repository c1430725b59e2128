import {
  type EnvironmentProviders,
  inject,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { provideServiceWorker, SwRegistrationOptions } from '@angular/service-worker';

import { Installation } from './installation.ts';
import { claimWorkerVersion } from './claim-worker-version.ts';
import { workerAddress } from './worker-address.ts';

/** The worker is registered when the first screen is there: a first visit is for the conversation. */
class BuiltOnly extends SwRegistrationOptions {
  override readonly enabled = !isDevMode();
}

/** Keeps the built application on the device, so that it opens without a network. Not while it is developed. */
export function provideOffline(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideServiceWorker(workerAddress(), new BuiltOnly()),
    // The browser offers the installation once, early.
    provideAppInitializer(() => void inject(Installation)),
    provideAppInitializer(claimWorkerVersion),
  ]);
}
