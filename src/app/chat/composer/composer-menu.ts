import { Component, computed, inject, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuItem } from '@angular/material/menu';
import { mdiCheck, mdiDiceMultipleOutline, mdiImagePlusOutline, mdiPlus } from '@mdi/js';

import { optionLabel } from '../../clip-options/option-text.ts';
import { Icon } from '../../icon/icon.ts';
import { injectCountText, injectListText, injectText } from '../../language/text.ts';
import { MenuFocus } from '../../overlays/menu-focus.ts';
import { MENU_TRIGGER } from '../../overlays/menu-trigger.ts';
import { type Suggestion, suggestionsOf } from './commands/suggestions.ts';
import { EngineChoice } from './engine/engine-choice.ts';
import { References } from './references/references.ts';
import { SEND_KEYS, SendKey, type SendKeyChoice } from '../../preferences/send-key.ts';

/** What a message may have besides its words and what the chips choose, and which key sends it. */
@Component({
  selector: 'kitten-composer-menu',
  imports: [Icon, MenuFocus, MatDivider, MatIconButton, MatMenu, MatMenuItem, MENU_TRIGGER],
  templateUrl: './composer-menu.html',
  styles: `
    button[matIconButton] {
      margin: 8px 0 8px 8px;
    }
    .detail {
      padding-left: 12px;
      color: var(--mat-sys-on-surface-variant);
    }
    .hidden {
      visibility: hidden;
    }
  `,
})
export class ComposerMenu {
  /** The person wants to pick images. */
  readonly imagesAsked = output();
  /** The person picks the value of an option. */
  readonly picked = output<Suggestion>();
  /** The menu is closed, and something was picked in it: the focus belongs to the field. */
  readonly done = output();

  protected readonly references = inject(References);
  protected readonly sendKey = inject(SendKey);
  protected readonly text = injectText();
  private readonly count = injectCountText();
  private readonly list = injectListText();
  private readonly choice = inject(EngineChoice);
  protected readonly addIcon = mdiPlus;
  protected readonly imageIcon = mdiImagePlusOutline;
  protected readonly checkIcon = mdiCheck;
  protected readonly sendKeys = SEND_KEYS;
  protected readonly seedIcon = mdiDiceMultipleOutline;
  protected readonly seedLabel = computed(() => optionLabel('seed', this.text));
  /** None where the engine knows no seed. */
  protected readonly seeds = computed(() =>
    suggestionsOf(
      { stage: 'value', option: 'seed', value: '', end: 0 },
      { limits: this.choice.limits(), text: this.text, count: this.count, list: this.list, chance: Math.random },
    ),
  );

  protected sendKeyText(choice: SendKeyChoice): string {
    if (choice === 'enter') return this.text('composer.sendWithEnter');
    return this.text('composer.sendWithModifier', { key: this.sendKey.modifierName });
  }
}
