import { Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { mdiStar, mdiStarOutline } from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectText } from '../../language/text.ts';
import { Stars } from './stars.ts';

/** Stars a work, or takes its star away. */
@Component({
  selector: 'kitten-star-button',
  imports: [Icon, Label, MatIconButton],
  template: `
    <button
      matIconButton
      type="button"
      [class.starred]="isStarred()"
      [kittenLabel]="text('media.star')"
      [attr.aria-pressed]="isStarred()"
      (click)="stars.toggle(id())"
    >
      <kitten-icon [path]="isStarred() ? starredIcon : icon" />
    </button>
  `,
  styles: `
    .starred {
      --mat-icon-button-icon-color: var(--kitten-star);
    }
  `,
})
export class StarButton {
  /** The `id` of the message of the work. */
  readonly id = input.required<string>();

  protected readonly stars = inject(Stars);
  protected readonly text = injectText();
  protected readonly icon = mdiStarOutline;
  protected readonly starredIcon = mdiStar;
  protected readonly isStarred = computed(() => this.stars.ids().has(this.id()));
}
