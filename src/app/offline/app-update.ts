import { DOCUMENT, inject, InjectionToken, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SwUpdate } from '@angular/service-worker';
import { distinctUntilChanged, filter, interval, map, merge, skip, throttleTime } from 'rxjs';

import { WebSocketService, WebSocketStatus } from '../../services/index.ts';

/** Loads the page anew. */
export const RELOAD_PAGE = new InjectionToken<() => void>('RELOAD_PAGE', {
  factory: () => {
    const { defaultView } = inject(DOCUMENT);
    return () => defaultView?.location.reload();
  },
});

/** A page may stay open for weeks: it asks for a new version this often, in milliseconds. */
const CHECK_INTERVAL = 60 * 60 * 1_000;

/** A connection that comes and goes asks no more often than this, in milliseconds. */
const LEAST_INTERVAL = 60 * 1_000;

/** What a reload would mend. */
export type UpdateState =
  /** A new version is on the device. */
  | 'ready'
  /** The version that this page runs is on the device no more in full, nor on the server. */
  | 'broken';

/**
 * Learns of new versions of the application. The page goes on in the version that it began with until the person
 * asks for the new one: a reload by itself would take what is being typed.
 */
@Service()
export class AppUpdate {
  private readonly worker = inject(SwUpdate, { optional: true });
  private readonly reload = inject(RELOAD_PAGE);
  private readonly reason = signal<UpdateState | null>(null);

  /** Why a reload would be good; null where it would not, or where the person has put it off. */
  readonly state = this.reason.asReadonly();

  constructor() {
    const { worker } = this;
    if (worker?.isEnabled !== true) return;
    const ready$ = worker.versionUpdates.pipe(
      filter(({ type }) => type === 'VERSION_READY'),
      map((): UpdateState => 'ready'),
    );
    const broken$ = worker.unrecoverable.pipe(map((): UpdateState => 'broken'));
    merge(ready$, broken$)
      .pipe(takeUntilDestroyed())
      .subscribe((state) => this.reason.set(state));
    // A gateway that comes back has often been replaced by a newer one, which has the newer application.
    const back$ = inject(WebSocketService).status$.pipe(
      map((status) => status === WebSocketStatus.CONNECTED),
      distinctUntilChanged(),
      filter((isConnected) => isConnected),
      skip(1),
    );
    merge(interval(CHECK_INTERVAL), back$)
      .pipe(throttleTime(LEAST_INTERVAL), takeUntilDestroyed())
      .subscribe(() => void this.check(worker));
  }

  /** Loads the page anew, in the newest version. */
  apply(): void {
    this.reload();
  }

  /** Says no more of it until something else is learnt. */
  postpone(): void {
    this.reason.set(null);
  }

  private async check(worker: SwUpdate): Promise<void> {
    // Without a network there is nothing to learn, and the next time comes.
    const isReady = await worker.checkForUpdate().catch(() => false);
    // The worker tells only the pages that it has loaded itself.
    if (isReady) this.reason.set('ready');
  }
}
