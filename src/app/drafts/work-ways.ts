import { inject, Service } from '@angular/core';

import { CurrentConversation } from '../history/current-conversation.ts';
import { type Asked, givenPrompt } from '../media/given-prompt.ts';
import type { MediumWays } from '../media/medium-ways.ts';
import { Remix } from './remix.ts';

/** A clip or still, and the turn that has it. */
export interface Placed extends Asked {
  readonly conversationId: string | null;
  readonly turnId: string;
}

/** Where clips and stills lead to, wherever they are shown. */
@Service()
export class WorkWays {
  private readonly current = inject(CurrentConversation);
  private readonly remix = inject(Remix);

  /** The ways of one in the conversation that is open. */
  here(asked: Asked, turnId: string): MediumWays {
    return this.of({ ...asked, turnId, conversationId: this.current.id() });
  }

  /** The ways of one; nothing is remixed of which nobody knows what was asked. */
  of(work: Placed): MediumWays {
    const { conversationId, turnId } = work;
    const prompt = givenPrompt(work);
    if (conversationId === null) return {};
    return {
      openConversation: () => void this.current.openConversation(conversationId, turnId),
      ...(prompt !== undefined && { remix: () => void this.remix.open(prompt, conversationId) }),
    };
  }
}
