import { Component, computed, inject, output } from '@angular/core';
import { mdiClose } from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { optionLabel, optionText } from '../../conversation-model/option-text.ts';
import type { OptionName } from './commands/clip-options.ts';
import { COMMANDS } from './commands/parse-command.ts';
import { Draft } from './draft.ts';

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
    COMMANDS.flatMap((option) => {
      const value = optionText(option, this.draft.options(), { count: this.count });
      return value === undefined ? [] : { option, label: `${optionLabel(option, this.text)} ${value}` };
    }),
  );

  protected remove(option: OptionName): void {
    this.draft.options.update(({ [option]: _, ...others }) => others);
    this.removed.emit();
  }
}
