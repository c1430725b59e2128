import { Component, computed, inject, output } from '@angular/core';
import { mdiClose } from '@mdi/js';

import { optionChipText, optionLabel } from '../../clip-options/option-text.ts';
import { OPTION_NAMES, type OptionName } from '../../clip-options/option-values.ts';
import { Icon } from '../../icon/icon.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { Draft } from '../../drafts/draft.ts';
import { EngineChoice } from './engine/engine-choice.ts';

/** The options of the draft, each with a way to take it out again. */
@Component({
  selector: 'kitten-option-chips',
  imports: [Icon],
  template: `
    <ul [attr.aria-label]="text('composer.options')">
      @for (chip of chips(); track chip.option) {
        <li>
          <span [class.dropped]="chip.isDropped">{{ chip.label }}</span>
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
  private readonly choice = inject(EngineChoice);
  protected readonly text = injectText();
  private readonly count = injectCountText();
  protected readonly closeIcon = mdiClose;
  protected readonly chips = computed(() =>
    OPTION_NAMES.flatMap((option) => {
      const wished = optionChipText(option, this.draft.options(), this.count);
      if (wished === undefined) return [];
      // What is sent is what stands here; of what the engine does not know at all, the wish, struck out.
      const value = optionChipText(option, this.choice.options(), this.count);
      return { option, label: `${optionLabel(option, this.text)} ${value ?? wished}`, isDropped: value === undefined };
    }),
  );

  protected remove(option: OptionName): void {
    this.draft.options.update(({ [option]: _, ...others }) => others);
    this.removed.emit();
  }
}
