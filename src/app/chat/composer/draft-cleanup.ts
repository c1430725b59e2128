import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { Conversations } from '../../history/conversations.ts';
import { Draft } from './draft.ts';

/** Deletes the draft of each conversation that is erased, from the application's start on, whichever page is shown. */
@Service()
export class DraftCleanup {
  constructor() {
    const draft = inject(Draft);
    inject(Conversations)
      .erased$.pipe(takeUntilDestroyed())
      .subscribe((conversationId) => draft.forget(conversationId));
  }
}
