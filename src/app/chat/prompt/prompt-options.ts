import { Component, computed, input } from '@angular/core';

import type { PromptOptions } from '../../../services/index.ts';
import { optionChipText, optionLabel } from '../../clip-options/option-text.ts';
import { OPTION_NAMES } from '../../clip-options/option-values.ts';
import { injectCountText, injectText } from '../../language/text.ts';

/** How the clip of a prompt was to be, small, under its words. */
@Component({
  selector: 'kitten-prompt-options',
  template: `
    <ul [attr.aria-label]="text('composer.options')">
      @for (label of labels(); track $index) {
        <li>{{ label }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      justify-content: flex-end;
      margin: 0;
      padding: 6px 4px 0;
      list-style: none;
    }
    li {
      padding: 2px 8px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 8px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-small);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class PromptOptionsView {
  readonly options = input.required<PromptOptions>();

  private readonly count = injectCountText();
  protected readonly text = injectText();
  protected readonly labels = computed(() => [
    ...OPTION_NAMES.flatMap((option) => {
      const value = optionChipText(option, this.options(), this.count);
      return value === undefined ? [] : `${optionLabel(option, this.text)} ${value}`;
    }),
    // The words alone do not say what was asked for.
    ...(this.options().scene === undefined ? [] : [this.text('composer.givenScene')]),
  ]);
}
