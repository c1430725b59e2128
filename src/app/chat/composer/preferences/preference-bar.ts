import { Component, inject, output } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
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
import { MenuFocus } from '../../../overlays/menu-focus.ts';
import { MENU_TRIGGER } from '../../../overlays/menu-trigger.ts';
import type { PreferenceChip } from './preference-chip.ts';
import { PreferenceChips } from './preference-chips.ts';

/** What is asked for: the words, and how the clip is to be. */
export interface AskedPrompt {
  readonly words: string;
  readonly options: PromptOptions;
}

/** Shape, length, quality, style and how many: always there, as they were chosen last. */
@Component({
  selector: 'kitten-preference-bar',
  imports: [Icon, MenuFocus, MatMenu, MatMenuContent, MatMenuItem, MENU_TRIGGER],
  templateUrl: './preference-bar.html',
  styleUrl: './preference-bar.scss',
  host: { role: 'group', '[attr.aria-label]': "text('preferences.label')" },
})
export class PreferenceBar {
  /** Something was chosen, and the menu is closed: the focus belongs to the field. */
  readonly done = output();

  private readonly preferences = inject(ClipPreferences);
  private readonly choices = inject(PreferenceChips);
  protected readonly chips = this.choices.chips;
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
    const worded = this.preferences.worded(words, this.choices.allStyleWords());
    const { count = 1 } = this.preferences.current();
    return variationsOf(options, count).map((each) => ({ words: worded, options: each }));
  }

  /** A prompt without the words of a style. */
  unworded(text: string): string {
    return this.preferences.unworded(text, this.choices.allStyleWords());
  }

  /** What is left to the engine is called by its name: 自动 alone says nothing. */
  protected labelOf({ id, name, value, isChosen }: PreferenceChip): string {
    return isChosen || id === 'quality' || id === 'count' || value.includes(':') ? value : name;
  }
}
