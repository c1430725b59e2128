import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { mdiCheck } from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { injectText } from '../../language/text.ts';
import { Theme } from '../../theme/theme.ts';
import { THEME_CHOICES } from '../choices.ts';

/** Light, dark, or what the device has. */
@Component({
  selector: 'kitten-theme-menu',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button
      matIconButton
      type="button"
      [matMenuTriggerFor]="menu"
      [attr.aria-label]="text('shell.theme')"
      [title]="text('shell.theme')"
    >
      <kitten-icon [path]="icon()" />
    </button>
    <mat-menu #menu xPosition="before" [aria-label]="text('shell.theme')">
      @for (choice of choices; track choice.name) {
        <button
          mat-menu-item
          role="menuitemradio"
          type="button"
          [attr.aria-checked]="choice.name === theme.current()"
          (click)="theme.choose(choice.name)"
        >
          <kitten-icon matMenuItemIcon [path]="choice.icon" />
          {{ text(choice.label) }}
          @if (choice.name === theme.current()) {
            <kitten-icon class="kitten-chosen" [path]="check" />
          }
        </button>
      }
    </mat-menu>
  `,
  host: { class: 'kitten-toolbar-menu' },
})
export class ThemeMenu {
  protected readonly theme = inject(Theme);
  protected readonly text = injectText();
  protected readonly choices = THEME_CHOICES;
  protected readonly check = mdiCheck;
  protected readonly icon = computed(
    () => THEME_CHOICES.find(({ name }) => name === this.theme.current())?.icon ?? THEME_CHOICES[2].icon,
  );
}
