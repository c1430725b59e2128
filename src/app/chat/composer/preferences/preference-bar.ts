import { Component, inject, output } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import {
  mdiAspectRatio,
  mdiCardMultipleOutline,
  mdiCheck,
  mdiPaletteOutline,
  mdiQualityHigh,
  mdiTimerOutline,
} from '@mdi/js';

import type { PromptOptions } from '../../../../services/index.ts';
import { ClipPreferences } from '../../../clip-options/clip-preferences.ts';
import { variationsOf } from '../../../clip-options/variations.ts';
import { Icon } from '../../../icon/icon.ts';
import { injectText } from '../../../language/text.ts';
import type { PreferenceChip, PreferenceOffer } from './preference-chip.ts';
import { PreferenceChips } from './preference-chips.ts';

/** What is asked for: the words, and how the clip is to be. */
export interface AskedPrompt {
  readonly words: string;
  readonly options: PromptOptions;
}

/** Shape, length, quality, style and how many: always there, as they were chosen last. */
@Component({
  selector: 'kitten-preference-bar',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  templateUrl: './preference-bar.html',
  styleUrl: './preference-bar.scss',
  host: { role: 'group', '[attr.aria-label]': "text('preferences.label')" },
})
export class PreferenceBar {
  /** Something was chosen, and the menu is closed: the focus belongs to the field. */
  readonly done = output();

  private readonly preferences = inject(ClipPreferences);
  private hasPicked = false;
  protected readonly chips = inject(PreferenceChips).chips;
  protected readonly text = injectText();
  protected readonly checkIcon = mdiCheck;
  protected readonly icons = {
    shape: mdiAspectRatio,
    length: mdiTimerOutline,
    quality: mdiQualityHigh,
    style: mdiPaletteOutline,
    count: mdiCardMultipleOutline,
  } as const;

  /** The prompts that become of one: as many as are asked for, each in the style that was chosen. */
  promptsOf({ words, options }: AskedPrompt): readonly AskedPrompt[] {
    const worded = this.preferences.worded(words);
    const { count = 1 } = this.preferences.current();
    return variationsOf(options, count).map((each) => ({ words: worded, options: each }));
  }

  /** A prompt without the words of the style. */
  unworded(text: string): string {
    return this.preferences.unworded(text);
  }

  /** What is left to the engine is called by its name: 自动 alone says nothing. */
  protected labelOf({ id, name, value, isChosen }: PreferenceChip): string {
    return isChosen || id === 'quality' || id === 'count' || value.includes(':') ? value : name;
  }

  protected pick(offer: PreferenceOffer): void {
    this.hasPicked = true;
    offer.choose();
  }

  protected restoreFocus(trigger: HTMLElement): void {
    if (this.hasPicked) this.done.emit();
    else trigger.focus();
    this.hasPicked = false;
  }
}
