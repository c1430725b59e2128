import { inject, Service } from '@angular/core';

import type { PromptMessage } from '../../services/index.ts';
import { Draft } from '../chat/composer/draft.ts';
import { CurrentConversation } from '../history/current-conversation.ts';

/** Seeds go from 0 to here. */
const MAX_SEED = 2 ** 32 - 1;

/** Asks for something like a work again. */
@Service()
export class Variation {
  private readonly current = inject(CurrentConversation);
  private readonly draft = inject(Draft);

  /** Opens the conversation with the prompt in the composer and another seed, ready to be changed and sent. */
  async begin(prompt: PromptMessage, conversationId: string): Promise<void> {
    await this.current.open(conversationId);
    this.draft.fillFrom({ ...prompt, options: { ...prompt.options, seed: newSeed() } });
  }
}

function newSeed(): number {
  return Math.floor(Math.random() * (MAX_SEED + 1));
}
