import { effect, inject, Service } from '@angular/core';

import { Conversations } from '../history/conversations.ts';
import { PageTitle } from './page-title.ts';

/**
 * Tells the page's title what the open conversation is called. The title can't ask for it: the router needs the title,
 * and the conversations need the router.
 */
@Service()
export class ConversationTitle {
  constructor() {
    const { conversationName } = inject(PageTitle);
    const { openName } = inject(Conversations);
    effect(() => conversationName.set(openName()));
  }
}
