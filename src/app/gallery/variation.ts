import { inject, Service } from '@angular/core';

import type { PromptMessage } from '../../services/index.ts';
import { Draft } from '../chat/composer/draft.ts';
import { CurrentConversation } from '../history/current-conversation.ts';

/** Asks for something like a work again. */
@Service()
export class Variation {
  private readonly current = inject(CurrentConversation);
  private readonly draft = inject(Draft);

  /** Opens the conversation with the prompt in the composer, ready to be changed and sent. */
  async begin(prompt: PromptMessage, conversationId: string): Promise<void> {
    await this.current.open(conversationId);
    this.draft.fillFrom(prompt);
  }
}
