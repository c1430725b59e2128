import { Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { mdiCheck, mdiTranslate } from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { Language } from '../../language/language.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../language/languages.ts';
import { injectText } from '../../language/text.ts';
import { PopUps } from './pop-ups.ts';

/** The languages, each by its own name. */
@Component({
  selector: 'kitten-language-menu',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button
      matIconButton
      type="button"
      [matMenuTriggerFor]="menu"
      [attr.aria-label]="text('shell.language')"
      [title]="text('shell.language')"
    >
      <kitten-icon [path]="icon" />
    </button>
    <mat-menu #menu xPosition="before" [aria-label]="text('shell.language')">
      @for (tag of tags; track tag) {
        <button
          mat-menu-item
          role="menuitemradio"
          type="button"
          [attr.lang]="tag"
          [attr.aria-checked]="tag === language.current()"
          (click)="language.choose(tag)"
        >
          {{ names[tag] }}
          @if (tag === language.current()) {
            <kitten-icon class="kitten-chosen" [path]="check" />
          }
        </button>
      }
    </mat-menu>
  `,
  host: { class: 'kitten-toolbar-menu' },
})
export class LanguageMenu {
  protected readonly language = inject(Language);
  protected readonly text = injectText();
  protected readonly tags = LANGUAGES;
  protected readonly names = LANGUAGE_NAMES;
  protected readonly icon = mdiTranslate;
  protected readonly check = mdiCheck;

  constructor() {
    inject(PopUps);
  }
}
