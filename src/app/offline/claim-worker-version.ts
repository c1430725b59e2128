import { DOCUMENT, inject } from '@angular/core';

/** Anything of the application's that is small and always there. */
const ANYTHING = 'favicon.svg';

/**
 * The worker has not loaded a page of a first visit, and takes it for one of whatever version is the newest when it
 * first asks for something: after a deployment, for one whose parts it does not fit. So it asks at once.
 */
export function claimWorkerVersion(): void {
  const worker = inject(DOCUMENT).defaultView?.navigator.serviceWorker;
  worker?.addEventListener('controllerchange', () => void fetch(ANYTHING).catch(() => undefined), { once: true });
}
