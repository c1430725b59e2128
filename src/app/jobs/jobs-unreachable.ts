import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { ServerClock, WebSocketService } from '../../services/index.ts';

/** Knows whether anything can still be heard of the jobs: of those of a revoked user code nothing can. */
@Service()
export class JobsUnreachable {
  private readonly clock = inject(ServerClock);
  private readonly begun = signal<number | null>(null);

  /**
   * Since when nothing can be heard, by the server's clock in milliseconds since the Unix epoch; null while something
   * can.
   */
  readonly since = this.begun.asReadonly();

  constructor() {
    const { connection$, messages$ } = inject(WebSocketService);
    connection$.pipe(takeUntilDestroyed()).subscribe(({ problem }) => {
      if (problem === 'code-revoked') this.begun.update((since) => since ?? this.clock.now());
    });
    // An open socket says nothing yet: a revoked code gets one too, and loses it at once.
    messages$.pipe(takeUntilDestroyed()).subscribe(() => this.begun.set(null));
  }
}
