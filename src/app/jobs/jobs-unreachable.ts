import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { ServerClock, WebSocketService } from '../../services/index.ts';

/** Whether the server can still tell of the jobs: of those of a revoked user code it does not. */
@Service()
export class JobsUnreachable {
  private readonly clock = inject(ServerClock);
  private readonly begun = signal<number | null>(null);

  /**
   * Since when it can't, by the server's clock in milliseconds since the Unix epoch; null while it
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
