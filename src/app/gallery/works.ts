import { inject, Service } from '@angular/core';
import { auditTime, defer, filter, map, type Observable, startWith, switchMap } from 'rxjs';

import { HistoryChannel } from '../history/history-channel.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import { type Work, collectWorks } from './collect-works.ts';

/** What is said while a job runs comes together in one look at the history, in milliseconds. */
const PAUSE = 300;

/** Everything that was made, in all conversations that this device keeps. */
@Service()
export class Works {
  private readonly store = inject(HISTORY_STORE);
  private readonly channel = inject(HistoryChannel);

  /**
   * The works, newest first, and again when there are more or fewer. Cold: each subscription reads the history.
   * Never completes; errors where the history can't be read.
   */
  readonly works$: Observable<readonly Work[]> = defer(() =>
    this.channel.changes$.pipe(
      filter(({ kind }) => kind === 'messages' || kind === 'conversation'),
      auditTime(PAUSE),
      startWith(null),
      switchMap(() => this.store.media()),
      map(collectWorks),
    ),
  );
}
