import { Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem } from '@angular/material/menu';
import { mdiCheck } from '@mdi/js';

import type { Choice } from '../../choices/choice.ts';
import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { MENU_TRIGGER } from '../../overlays/menu-trigger.ts';
import { OverlayRegion } from './overlay-region.ts';

/** A button that opens a menu of what there is to choose from, and shows what is chosen if that has an icon. */
@Component({
  selector: 'kitten-choice-menu',
  imports: [Icon, Label, MatIconButton, MatMenu, MatMenuItem, MENU_TRIGGER],
  template: `
    <button matIconButton type="button" [matMenuTriggerFor]="menu" [kittenLabel]="choice().name">
      @if (icon(); as path) {
        <kitten-icon [path]="path" />
      }
    </button>
    <mat-menu #menu xPosition="before" [aria-label]="choice().name">
      @for (option of choice().options; track option.id) {
        <button
          mat-menu-item
          role="menuitemradio"
          type="button"
          [attr.lang]="option.lang"
          [attr.aria-checked]="option.isChosen"
          (click)="option.choose()"
        >
          @if (option.icon; as icon) {
            <kitten-icon matMenuItemIcon [path]="icon" />
          }
          {{ option.name }}
          @if (option.isChosen) {
            <kitten-icon class="kitten-chosen" [path]="check" />
          }
        </button>
      }
    </mat-menu>
  `,
  host: { class: 'kitten-toolbar-menu' },
})
export class ChoiceMenu {
  readonly choice = input.required<Choice>();

  protected readonly icon = computed(
    () => this.choice().options.find(({ isChosen }) => isChosen)?.icon ?? this.choice().icon,
  );
  protected readonly check = mdiCheck;

  constructor() {
    inject(OverlayRegion);
  }
}
