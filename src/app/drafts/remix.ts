import { afterRenderEffect, inject, Service, signal, untracked } from '@angular/core';

import type { PromptMessage } from '../../services/index.ts';
import { newSeed } from '../clip-options/variations.ts';
import { CurrentConversation } from '../history/current-conversation.ts';

/** Another one like a clip: its prompt with another seed goes to whoever shows its conversation, to be changed and sent. */
@Service()
export class Remix {
  private readonly current = inject(CurrentConversation);
  private readonly asked = signal<PromptMessage | null>(null);

  /** What is to be put into the composer; null where nothing waits. */
  readonly waiting = this.asked.asReadonly();

  /** Opens the conversation, where the prompt is put into the composer. */
  async open(prompt: PromptMessage, conversationId: string): Promise<void> {
    await this.current.openConversation(conversationId);
    this.asked.set({ ...prompt, options: { ...prompt.options, seed: newSeed() } });
  }

  /** Nothing waits any more: somebody has it. */
  markTaken(): void {
    this.asked.set(null);
  }
}

/** Hands on what is to be remixed, each prompt once. In an injection context. */
export function takeRemixes(put: (prompt: PromptMessage) => void): void {
  const remix = inject(Remix);
  // Once what writes it is there too.
  afterRenderEffect(() => {
    const prompt = remix.waiting();
    if (prompt === null) return;
    untracked(() => {
      remix.markTaken();
      put(prompt);
    });
  });
}
