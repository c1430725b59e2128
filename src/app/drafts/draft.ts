import { computed, effect, inject, linkedSignal, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter } from 'rxjs';

import type { PromptMessage, PromptOptions } from '../../services/index.ts';
import { DraftStore, type RemovedDraft } from './draft-store.ts';
import { type DraftContent, EMPTY_DRAFT, isSameDraft } from './stored-draft.ts';
import { CurrentConversation } from '../history/current-conversation.ts';

/** What is being written in the conversation that is open. It outlives a visit to another page, and a reload. */
@Service()
export class Draft {
  private readonly store = inject(DraftStore);
  private readonly current = inject(CurrentConversation);

  /** The conversation whose draft this is; null for one that has not begun. */
  readonly key = this.current.id;
  /** The text so far. */
  readonly text = linkedSignal(() => this.store.read(this.key()).text);
  /** How the clip is to be. */
  readonly options = linkedSignal(() => this.store.read(this.key()).options);
  /** Addresses of reference images that the server has. */
  readonly attachments = linkedSignal(() => this.store.read(this.key()).attachments);
  /** All of it that a prompt takes. */
  readonly content = computed<DraftContent>(() => ({
    text: this.text(),
    options: this.options(),
    attachments: this.attachments(),
  }));
  /** Ids of reference images that are still to go to the server; what is filled in leaves them. */
  readonly waiting = linkedSignal(() => this.store.read(this.key()).waiting);

  constructor() {
    effect(() => this.store.save(this.key(), { ...this.content(), waiting: this.waiting() }));
    this.current.opened$
      .pipe(
        filter(({ hasBegun }) => hasBegun),
        takeUntilDestroyed(),
      )
      .subscribe(({ id }) => this.moveTo(id));
    this.store.removed$.pipe(takeUntilDestroyed()).subscribe((removed) => this.forget(removed));
  }

  /** Writes something else instead: a prompt to be changed, say. */
  fill({ text, options, attachments }: Partial<DraftContent>): void {
    this.text.set(text ?? '');
    this.options.set(worded(options ?? {}));
    this.attachments.set(attachments ?? []);
  }

  /** Writes what a prompt says, to be changed and sent anew. */
  fillFrom({ content: text, options = {}, attachments = [] }: Omit<PromptMessage, 'id' | 'type'>): void {
    this.fill({ text, options, attachments });
  }

  /** Writes something into the draft of a conversation, whichever is open by now. */
  fillDraftOf(key: string | null, content: DraftContent): void {
    if (key === this.key()) this.fill(content);
    else this.store.save(key, { ...this.store.read(key), ...content });
  }

  /**
   * Begins anew: what was written is being sent. It is stored at once, before other tabs know of the prompt: they
   * would take the draft over with the conversation that it begins.
   */
  clear(): void {
    this.fill(EMPTY_DRAFT);
    this.store.markSent(this.key());
    if (this.waiting().length > 0) this.store.save(this.key(), { ...this.content(), waiting: this.waiting() });
  }

  /** A reference image has arrived, for the draft that it was added to, whichever conversation is open by now. */
  attach(url: string, key: string | null, id: string): void {
    if (key === this.key()) {
      this.attachments.update((urls) => [...urls, url]);
      this.waiting.update((ids) => ids.filter((each) => each !== id));
      return;
    }
    const { attachments, waiting, ...saved } = this.store.read(key);
    this.store.save(key, {
      ...saved,
      attachments: [...attachments, url],
      waiting: waiting.filter((each) => each !== id),
    });
  }

  /**
   * What another tab has sent is no draft here either. Where something else is written here by now, or the other tab has
   * only emptied its own, this one stays, and is again what a new tab begins with.
   */
  private forget({ key, reason, drafts }: RemovedDraft): void {
    const isShown = key === this.key();
    const here = isShown ? { ...this.content(), waiting: this.waiting() } : this.store.read(key);
    if (reason === 'emptied' || !drafts.some((draft) => isSameDraft(draft, here))) this.store.save(key, here);
    else if (isShown) this.clear();
    else this.store.markSent(key);
  }

  /** A conversation that had not begun has an id now, and takes its draft with it. */
  private moveTo(id: string | null): void {
    this.store.save(id, { ...this.content(), waiting: this.waiting() });
    this.store.save(null, EMPTY_DRAFT);
  }
}

/** Who writes a prompt says by its words what is to be seen: a scene would go before them. It is of no group yet. */
function worded({ scene: _scene, group: _group, ...options }: PromptOptions): PromptOptions {
  return options;
}
