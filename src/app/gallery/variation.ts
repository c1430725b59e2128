import { inject, Service } from '@angular/core';

import type { PromptMessage } from '../../services/index.ts';
import { DraftReplacement } from '../drafts/draft-replacement.ts';
import { CurrentConversation } from '../history/current-conversation.ts';

/** How many seeds there are. */
const SEEDS = 2 ** 32;

/** Asks for something like a work again. */
@Service()
export class Variation {
  private readonly current = inject(CurrentConversation);
  private readonly replacement = inject(DraftReplacement);

  /** Opens the conversation with the prompt and another seed in the composer, ready to be changed and sent. */
  async begin({ content: text, options, attachments = [] }: PromptMessage, conversationId: string): Promise<void> {
    await this.current.openConversation(conversationId);
    const seed = Math.floor(Math.random() * SEEDS);
    this.replacement.replace({ text, options: { ...options, seed }, attachments });
  }
}
