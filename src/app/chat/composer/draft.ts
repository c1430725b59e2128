import { effect, inject, linkedSignal, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter } from 'rxjs';

import type { PromptMessage, PromptOptions } from '../../../services/index.ts';
import { CurrentConversation } from '../../history/current-conversation.ts';
import { DraftStorage } from './draft-storage.ts';
import { keptDraft } from './kept-draft.ts';
import { WaitingFiles } from './references/waiting-files.ts';

/** What is being written. */
export interface DraftContent {
  readonly text: string;
  readonly options: PromptOptions;
  /** Addresses of reference images that the server has. */
  readonly attachments: readonly string[];
}

/** A draft as it is kept. */
export interface KeptDraft extends DraftContent {
  /** Ids of reference images that are still to go to the server. */
  readonly waiting: readonly string[];
}

const EMPTY: KeptDraft = { text: '', options: {}, attachments: [], waiting: [] };

/** What is being written in the conversation that is open. It outlives a visit to another page, and a reload. */
@Service()
export class Draft {
  private readonly storage = inject(DraftStorage);
  private readonly current = inject(CurrentConversation);
  private readonly files = inject(WaitingFiles);

  /** The conversation whose draft this is; null for one that has not begun. */
  readonly key = this.current.id;
  /** The text so far. */
  readonly text = linkedSignal(() => this.kept(this.key()).text);
  /** How the clip is to be. */
  readonly options = linkedSignal(() => this.kept(this.key()).options);
  /** Addresses of reference images that the server has. */
  readonly attachments = linkedSignal(() => this.kept(this.key()).attachments);
  /** Ids of reference images that are still to go to the server; what is filled in leaves them. */
  readonly waiting = linkedSignal(() => this.kept(this.key()).waiting);

  constructor() {
    effect(() => this.keep(this.key(), { ...this.content(), waiting: this.waiting() }));
    this.current.opened$
      .pipe(
        filter(({ hasBegun }) => hasBegun),
        takeUntilDestroyed(),
      )
      .subscribe(({ id }) => this.moveTo(id));
  }

  /** All of it. Reactive. */
  content(): DraftContent {
    return { text: this.text(), options: this.options(), attachments: this.attachments() };
  }

  /** Writes something else instead: a prompt to be changed, say. */
  fill({ text, options, attachments }: Partial<DraftContent>): void {
    this.text.set(text ?? '');
    this.options.set(options ?? {});
    this.attachments.set(attachments ?? []);
  }

  /** Writes what a prompt says, to be changed and sent anew. */
  fillFrom({ content: text, options = {}, attachments = [] }: Omit<PromptMessage, 'id' | 'type'>): void {
    this.fill({ text, options, attachments });
  }

  /** Writes something into the draft that it belongs to, whichever conversation is open by now. */
  fillOf(key: string | null, content: DraftContent): void {
    if (key === this.key()) this.fill(content);
    else this.keep(key, { ...this.kept(key), ...content });
  }

  /** Begins anew: what was written is safe elsewhere. */
  clear(): void {
    this.fill(EMPTY);
  }

  /** A reference image has arrived, for the draft that it was added to, whichever conversation is open by now. */
  attach(url: string, key: string | null, id: string): void {
    if (key === this.key()) {
      this.attachments.update((urls) => [...urls, url]);
      this.waiting.update((ids) => ids.filter((each) => each !== id));
      return;
    }
    const { attachments, waiting, ...kept } = this.kept(key);
    this.keep(key, { ...kept, attachments: [...attachments, url], waiting: waiting.filter((each) => each !== id) });
  }

  /** A conversation is gone, and its draft with it. */
  forget(id: string): void {
    for (const file of this.kept(id).waiting) void this.files.forget(file);
    this.keep(id, EMPTY);
  }

  /** A conversation that had not begun has an id now, and takes its draft with it. */
  private moveTo(id: string | null): void {
    this.keep(id, this.kept(null));
    this.keep(null, EMPTY);
  }

  private kept(key: string | null): KeptDraft {
    return keptDraft(this.storage.read(key)) ?? EMPTY;
  }

  private keep(key: string | null, content: KeptDraft): void {
    this.storage.write(key, isEmpty(content) ? null : JSON.stringify(content));
  }
}

function isEmpty({ text, options, attachments, waiting }: KeptDraft): boolean {
  return text === '' && attachments.length + waiting.length + Object.keys(options).length === 0;
}
