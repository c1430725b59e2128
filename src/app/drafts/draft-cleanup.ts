import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { DraftStore } from './draft-store.ts';
import { Trash } from '../history/trash.ts';

/** Deletes the draft of each conversation that is erased, from the application's start on, whichever page is shown. */
@Service()
export class DraftCleanup {
  constructor() {
    const drafts = inject(DraftStore);
    inject(Trash)
      .erased$.pipe(takeUntilDestroyed())
      .subscribe((conversationId) => drafts.remove(conversationId));
  }
}
