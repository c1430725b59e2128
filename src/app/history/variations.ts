import { inject, Service } from '@angular/core';

import { type PromptMessage, WebSocketService } from '../../services/index.ts';
import type { VariationCount } from '../clip-options/variations.ts';
import { newSeed, variationsOf } from '../clip-options/variations.ts';
import { OpenConversation } from './open-conversation.ts';
import { promptBeforeRepeat } from './prompt-before-repeat.ts';

/** Asks for others like a clip. Apart from the conversation, so that a first visit does without. */
@Service()
export class Variations {
  private readonly socket = inject(WebSocketService);
  private readonly conversation = inject(OpenConversation);

  /**
   * Asks for others like it, each with another seed; several are one group. What was there stays as it was. Of presses
   * that follow at once, the first counts.
   */
  ask(prompt: PromptMessage, count: VariationCount = 1): void {
    if (this.conversation.isRepeatedPress(prompt)) return;
    const { content, options = {}, attachments, verbatim } = prompt;
    for (const varied of variationsOf({ ...options, seed: newSeed() }, count)) {
      this.socket.send(content, varied, attachments, promptBeforeRepeat(prompt), verbatim);
    }
  }
}
