import { inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { filter, merge, of, switchMap } from 'rxjs';

import type { PromptMessage } from '../../../services/index.ts';
import type { DraftContent } from '../../drafts/stored-draft.ts';
import { CurrentConversation } from '../../history/current-conversation.ts';
import { History } from '../../history/history.ts';
import { HISTORY_STORE } from '../../history/store/history-token.ts';
import { OpenConversation } from '../../history/open-conversation.ts';
import { Draft } from '../../drafts/draft.ts';

/**
 * Earlier prompts by ↑ and ↓, as in a shell: those of the open conversation, and in a new one those of the conversation
 * that something was last asked in. It begins in an empty field only, and goes on for as long as what it has
 * brought back is not changed: the arrow keys of whoever writes stay theirs.
 */
@Service()
export class PromptRecall {
  private readonly draft = inject(Draft);
  private readonly store = inject(HISTORY_STORE);
  private readonly history = inject(History);
  private readonly conversation = inject(OpenConversation);
  /** What was asked before a new conversation; it stays when that begins. */
  private readonly earlier = toSignal(
    inject(CurrentConversation).opened$.pipe(
      filter(({ hasBegun }) => !hasBegun),
      switchMap(({ id }) => (id === null ? merge(of([]), this.readNewest()) : of([]))),
    ),
    { initialValue: [] },
  );
  private shown: { readonly at: number; readonly text: string; readonly before: DraftContent } | undefined;

  /** Whether a key meant an earlier or a later prompt, or what was there before them, and has brought it back. */
  handleKey(event: KeyboardEvent): boolean {
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
    switch (event.key) {
      case 'ArrowUp':
        return this.isGoingOn() || this.isEmpty() ? this.bringBack((this.shown?.at ?? -1) + 1) : false;
      case 'ArrowDown':
        return this.isGoingOn() ? this.bringBack((this.shown?.at ?? 0) - 1) : false;
      case 'Escape':
        return this.isGoingOn() ? this.bringBack(-1) : false;
      default:
        return false;
    }
  }

  /** Brings back the prompt so many before the last; before all of them is what was there first. */
  private bringBack(at: number): boolean {
    const before = this.shown?.before ?? this.draft.content();
    if (at < 0) {
      this.shown = undefined;
      this.draft.fill(before);
      return true;
    }
    const prompt = this.prompts().at(-1 - at);
    // At the oldest one the key does nothing, rather than move the cursor.
    if (prompt === undefined) return this.shown !== undefined;
    this.shown = { at, text: prompt.content, before };
    this.draft.fillFrom(prompt);
    return true;
  }

  private isGoingOn(): boolean {
    if (this.shown !== undefined && this.shown.text !== this.draft.text()) this.shown = undefined;
    return this.shown !== undefined;
  }

  private isEmpty(): boolean {
    const { text, options, attachments } = this.draft.content();
    return text === '' && attachments.length === 0 && Object.keys(options).length === 0;
  }

  /** The prompts of the conversation that something was last asked in. */
  private async readNewest(): Promise<readonly PromptMessage[]> {
    await this.history.written;
    const conversations = await this.store.conversations();
    const [newest] = conversations
      .filter(({ opening }) => opening !== undefined)
      .sort((one, other) => other.changedAt - one.changedAt);
    if (newest === undefined) return [];
    const { prompts } = await this.store.content(newest.id);
    return prompts.flatMap(({ prompt }) => prompt ?? []);
  }

  /** Oldest first; one that was sent again and again counts once. */
  private prompts(): readonly PromptMessage[] {
    const prompts = [...this.earlier(), ...(this.conversation.turns() ?? []).flatMap(({ prompt }) => prompt ?? [])];
    return prompts.filter((prompt, index) => prompt.content !== prompts[index + 1]?.content);
  }
}
