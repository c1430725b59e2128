import { inject, Service } from '@angular/core';

import type { EngineProfile, PromptMessage } from '../../services/index.ts';
import { DraftReplacement } from '../drafts/draft-replacement.ts';
import { promptFor, takesImagesOf } from '../engines/prompt-for-engine.ts';
import { CurrentConversation } from '../history/current-conversation.ts';
import { OpenConversation } from '../history/open-conversation.ts';

/** Asks for a work again, of another engine. */
@Service()
export class RepeatWork {
  private readonly current = inject(CurrentConversation);
  private readonly conversation = inject(OpenConversation);
  private readonly replacement = inject(DraftReplacement);

  /**
   * Asks the same of another engine, in the conversation of the work. Where that takes fewer reference images, the
   * prompt stands in the composer, which says so.
   */
  async withEngine(engine: EngineProfile, prompt: PromptMessage, conversationId: string): Promise<void> {
    await this.current.openConversation(conversationId);
    const { content: text, options, attachments = [] } = promptFor(engine, prompt);
    if (takesImagesOf(engine, prompt)) this.conversation.resend({ ...prompt, ...(options && { options }) });
    else this.replacement.replace({ text, ...(options && { options }), attachments });
  }
}
