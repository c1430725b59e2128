import { Component, computed, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { mdiMenuDown } from '@mdi/js';

import { VARIATION_COUNTS, type VariationCount } from '../../clip-options/variations.ts';
import { type AskedClip, injectCostText, labelWithCost } from '../../engines/cost-text.ts';
import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectText } from '../../language/text.ts';
import { MENU_TRIGGER } from '../../overlays/menu-trigger.ts';

/** Asks for several others at once, to be compared. */
@Component({
  selector: 'kitten-repeat-several',
  imports: [Icon, Label, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MENU_TRIGGER],
  template: `
    <button
      matIconButton
      type="button"
      [kittenLabel]="text('player.repeatSeveral')"
      leadsElsewhere
      [matMenuTriggerFor]="menu"
    >
      <kitten-icon [path]="icon" />
    </button>
    <mat-menu #menu="matMenu">
      <ng-template matMenuContent>
        @for (offer of offers(); track offer.count) {
          <button mat-menu-item type="button" (click)="chosen.emit(offer.count)">{{ offer.label }}</button>
        }
      </ng-template>
    </mat-menu>
  `,
  styles: `
    button[matIconButton] {
      --mat-icon-button-state-layer-size: 36px;

      width: 36px;
      height: 36px;
      padding: 6px;
      margin-inline-start: -8px;
    }
  `,
})
export class RepeatSeveral {
  /** What each costs by. */
  readonly asked = input<AskedClip>();
  /** The person picks how many. */
  readonly chosen = output<VariationCount>();

  protected readonly text = injectText();
  protected readonly icon = mdiMenuDown;
  private readonly costText = injectCostText();
  /** So many, and what all of them cost. */
  protected readonly offers = computed(() => {
    const asked = this.asked();
    return VARIATION_COUNTS.filter((count) => count > 1).map((count) => {
      const cost = asked === undefined ? null : this.costText(asked, count);
      return { count, label: labelWithCost(this.text('player.repeatMany', { count }), cost) };
    });
  });
}
