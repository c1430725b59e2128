import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { distinctUntilChanged, merge, type Observable, scan, shareReplay, startWith } from 'rxjs';

import { WebSocketService } from '../../services/index.ts';
import { addWork, type Work } from './add-work.ts';

/**
 * Collects the finished clips and stills. An example of another module on the service's streams: it subscribes to
 * `video$` and `image$`, and knows nothing of the conversation. The streams do not replay, so it is made when the
 * application starts, while its page loads only when it is opened.
 */
@Service()
export class Works {
  private readonly socket = inject(WebSocketService);

  /** The works, newest first. Hot, replays the current ones, never errors; completes with the application. */
  readonly works$: Observable<readonly Work[]> = merge(this.socket.video$, this.socket.image$).pipe(
    scan(addWork, [] as readonly Work[]),
    startWith([]),
    distinctUntilChanged(),
    takeUntilDestroyed(),
    shareReplay({ bufferSize: 1, refCount: false }),
  );

  constructor() {
    this.works$.subscribe();
  }
}
