import { inject, Service } from '@angular/core';

import { type DraftContent, isSameDraft } from './stored-draft.ts';
import { injectText } from '../language/text.ts';
import { Notices } from '../notices/notices.ts';
import { Draft } from './draft.ts';

/** Puts something else into the composer, and offers what was being written there back. */
@Service()
export class DraftReplacement {
  private readonly draft = inject(Draft);
  private readonly notices = inject(Notices);
  private readonly text = injectText();
  /** What was put there last, and what the person had written before it. */
  private last:
    { readonly owner: string | null; readonly filled: DraftContent; readonly before: DraftContent } | undefined;

  /** Replaces the draft of the conversation that is open. */
  replace(change: Partial<DraftContent>): void {
    const owner = this.draft.key();
    const current = this.draft.content();
    // One after the other, untouched: what the person wrote is before the first.
    const isUntouched = this.last?.owner === owner && isSameDraft(this.last.filled, current);
    const before = isUntouched ? (this.last?.before ?? current) : current;
    this.draft.fill(change);
    const filled = this.draft.content();
    this.last = { owner, filled, before };
    if (!losesAny(before, filled)) return;
    const run = (): void => this.draft.fillDraftOf(owner, before);
    this.notices.show(this.text('composer.draftReplaced'), { label: this.text('composer.undo'), run });
  }
}

function losesAny({ text, options, attachments }: DraftContent, filled: DraftContent): boolean {
  return (
    (text.trim() !== '' && text !== filled.text) ||
    (Object.keys(options).length > 0 && JSON.stringify(options) !== JSON.stringify(filled.options)) ||
    (attachments.length > 0 && attachments.join() !== filled.attachments.join())
  );
}
