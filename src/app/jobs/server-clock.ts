import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { WebSocketService } from '../../services/index.ts';

/** The server's clock, whose times its messages carry: this device's own may be minutes off. */
@Service()
export class ServerClock {
  /** How far this device's clock is ahead, in milliseconds. */
  private ahead = 0;

  constructor() {
    inject(WebSocketService)
      .system$.pipe(takeUntilDestroyed())
      .subscribe((message) => {
        // It passes at once; whatever is replayed may be days old.
        if (message.event === 'welcome') this.ahead = Date.now() - message.ts;
      });
  }

  /** In milliseconds since the Unix epoch. */
  now(): number {
    return Date.now() - this.ahead;
  }
}
