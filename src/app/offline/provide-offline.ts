import {
  DOCUMENT,
  type EnvironmentProviders,
  inject,
  Injector,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { provideServiceWorker, SwRegistrationOptions } from '@angular/service-worker';
import { delay, filter, type Observable, switchMap, take } from 'rxjs';

import { FirstTry } from '../connection/first-try.ts';
import { Installation } from './installation.ts';
import { workerAddress } from './worker-address.ts';

/** Anything of the application's that is small and always there. */
const ANYTHING = 'favicon.svg';

/** How long after the first try to connect the worker is registered, in milliseconds: the rest of the screen comes then. */
const REST_MS = 3_000;

/** A first visit is for the conversation: the worker has the whole application to load and to hash. */
class BuiltOnly extends SwRegistrationOptions {
  override readonly enabled = !isDevMode();
  override readonly registrationStrategy = whenScreenIsThere;
}

/** The connection is made by what listens to it, before the first page is opened. */
function whenScreenIsThere(): Observable<unknown> {
  const injector = inject(Injector);
  return inject(Router).events.pipe(
    filter((event) => event instanceof NavigationEnd),
    take(1),
    switchMap(() => toObservable(injector.get(FirstTry).isOver, { injector })),
    filter(Boolean),
    take(1),
    delay(REST_MS),
  );
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
