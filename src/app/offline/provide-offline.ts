import {
  DOCUMENT,
  type EnvironmentProviders,
  inject,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { provideServiceWorker, SwRegistrationOptions } from '@angular/service-worker';

import { Installation } from './installation.ts';
import { workerAddress } from './worker-address.ts';

/** Anything of the application's that is small and always there. */
const ANYTHING = 'favicon.svg';

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

/**
 * The worker has not loaded a page of a first visit, and takes it for one of whatever version is the newest when it
 * first asks for something: after a deployment, for one whose parts it does not fit. So it asks at once.
 */
function claimWorkerVersion(): void {
  const worker = inject(DOCUMENT).defaultView?.navigator.serviceWorker;
  worker?.addEventListener('controllerchange', () => void fetch(ANYTHING).catch(() => undefined), { once: true });
}
