import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { type EngineProfile, WebSocketService } from '../../../../services/index.ts';
import { Engines } from '../../../engines/engines.ts';
import { promptFor, takesImagesOf } from '../../../engines/prompt-for-engine.ts';
import { OpenConversation } from '../../../history/open-conversation.ts';
import { injectText } from '../../../language/text.ts';
import { Notices } from '../../../notices/notices.ts';

/**
 * Sends a prompt again to the server's first engine where it named one that the server no longer has, which may happen to
 * a prompt that waited for the connection. Where that would cost money, or images would be left out, the prompt stays
 * refused, and the person decides.
 */
@Service()
export class EngineReplacement {
  private readonly engines = inject(Engines);
  private readonly conversation = inject(OpenConversation);
  private readonly notices = inject(Notices);
  private readonly text = injectText();

  constructor() {
    inject(WebSocketService)
      .received$.pipe(takeUntilDestroyed())
      .subscribe(({ message, isReplay }) => {
        if (message.type === 'error' && message.code === 'engine_unknown' && !isReplay) this.replace(message.replyTo);
      });
  }

  private replace(promptId: string | undefined): void {
    const turn = this.conversation.turns()?.find((each) => each.promptId === promptId);
    const [usual] = this.engines.offered();
    const { prompt, setAside } = turn ?? {};
    const gone = prompt?.options?.engine;
    if (prompt === undefined || gone === undefined || usual === undefined || setAside !== undefined) return;
    if (!this.engines.isGone(gone) || takesMoney(usual) || !takesImagesOf(usual, prompt)) return;
    this.conversation.resend(promptFor(usual, prompt));
    this.notices.show(this.text('engines.replaced', { gone, name: usual.name }));
  }
}

function takesMoney({ price }: EngineProfile): boolean {
  return price !== undefined && price.amount > 0;
}
