import { Component, computed, inject, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { mdiClose, mdiImageBrokenVariant, mdiRefresh } from '@mdi/js';

import { Icon } from '../../../icon/icon.ts';
import { injectCountText, injectText } from '../../../language/text.ts';
import { isRepeatable, type Reference, References } from './references.ts';
import { referenceText } from './reference-text.ts';

/** The reference images of the draft, small, each with how far it is and a way to take it out again. */
@Component({
  selector: 'kitten-reference-list',
  imports: [Icon, MatIconButton, MatProgressBar],
  templateUrl: './reference-list.html',
  styleUrl: './reference-list.scss',
})
export class ReferenceList {
  /** One was taken out: the focus needs another place. */
  readonly removed = output();

  protected readonly references = inject(References);
  protected readonly text = injectText();
  private readonly countText = injectCountText();
  protected readonly closeIcon = mdiClose;
  protected readonly brokenIcon = mdiImageBrokenVariant;
  protected readonly retryIcon = mdiRefresh;
  protected readonly items = computed(() =>
    this.references.list().map((reference, index) => ({
      reference,
      name: this.text('composer.reference', { number: index + 1 }),
      text: referenceText(reference, this.text, this.countText),
      percent: reference.state.kind === 'uploading' ? reference.state.share * 100 : null,
      isFailed: reference.state.kind === 'failed',
      isRepeatable: reference.state.kind === 'failed' && isRepeatable(reference.state.problem),
      isShown: reference.src !== '' && (reference.state.kind !== 'failed' || isRepeatable(reference.state.problem)),
    })),
  );

  protected remove(reference: Reference): void {
    this.references.remove(reference);
    this.removed.emit();
  }
}
