import { Component, computed, inject, output } from '@angular/core';
import { mdiClose } from '@mdi/js';

import { optionLabel, optionText } from '../../clip-options/option-text.ts';
import { OPTION_NAMES, type OptionName } from '../../clip-options/option-values.ts';
import { Icon } from '../../icon/icon.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { Draft } from '../../drafts/draft.ts';

/** The options of the draft, each with a way to take it out again. */
@Component({
  selector: 'kitten-option-chips',
  imports: [Icon],
  template: `
    <ul [attr.aria-label]="text('composer.options')">
      @for (chip of chips(); track chip.option) {
        <li>
          <span>{{ chip.label }}</span>
          <button
            type="button"
            [attr.aria-label]="text('composer.remove', { name: chip.label })"
            (click)="remove(chip.option)"
          >
            <kitten-icon [path]="closeIcon" />
          </button>
        </li>
      }
    </ul>
  `,
  styleUrl: './option-chips.scss',
})
export class OptionChips {
  /** One was taken out: the focus needs another place. */
  readonly removed = output();

  private readonly draft = inject(Draft);
  protected readonly text = injectText();
  private readonly count = injectCountText();
  protected readonly closeIcon = mdiClose;
  protected readonly chips = computed(() =>
    OPTION_NAMES.flatMap((option) => {
      const value = optionText(option, this.draft.options(), this.count);
      return value === undefined ? [] : { option, label: `${optionLabel(option, this.text)} ${value}` };
    }),
  );

  protected remove(option: OptionName): void {
    this.draft.options.update(({ [option]: _, ...others }) => others);
    this.removed.emit();
  }
}
