import { Component, input } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';

import { Icon } from '../icon/icon.ts';
import type { Choice } from './choice.ts';

/** What there is to choose from, side by side. */
@Component({
  selector: 'kitten-choice-toggles',
  imports: [Icon, MatButtonToggle, MatButtonToggleGroup],
  template: `
    <mat-button-toggle-group hideSingleSelectionIndicator [attr.aria-label]="choice().name">
      @for (option of choice().options; track option.id) {
        <mat-button-toggle [value]="option.id" [checked]="option.isChosen" (change)="option.choose()">
          @if (option.icon; as icon) {
            <kitten-icon [path]="icon" />
          }
          <span [attr.lang]="option.lang">{{ option.name }}</span>
        </mat-button-toggle>
      }
    </mat-button-toggle-group>
  `,
  styles: `
    kitten-icon {
      width: 18px;
      height: 18px;
      margin-inline-end: 6px;
      vertical-align: -4px;
    }
  `,
})
export class ChoiceToggles {
  readonly choice = input.required<Choice>();
}
