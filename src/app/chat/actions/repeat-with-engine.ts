import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { mdiMovieOpenCogOutline } from '@mdi/js';

import type { EngineProfile, PromptMessage } from '../../../services/index.ts';
import { askedOf, injectRepeatWithText, injectCostText } from '../../engines/cost-text.ts';
import { engineFacts, injectEngineTexts } from '../../engines/engine-facts.ts';
import { Icon } from '../../icon/icon.ts';
import { injectText } from '../../language/text.ts';
import { MENU_TRIGGER } from '../../overlays/menu-trigger.ts';

/** Asks the same of another engine: by one click where there is one, else by a menu of those that there are. */
@Component({
  selector: 'kitten-repeat-with-engine',
  imports: [Icon, MatButton, MatMenu, MatMenuContent, MatMenuItem, MENU_TRIGGER],
  template: `
    @if (only(); as engine) {
      <button matButton type="button" (click)="chosen.emit(engine)">
        <kitten-icon matButtonIcon [path]="icon" />{{ repeatWithText(engine, prompt()) }}
      </button>
    } @else {
      <button matButton type="button" leadsElsewhere [matMenuTriggerFor]="menu">
        <kitten-icon matButtonIcon [path]="icon" />{{ text('engines.repeatWith') }}
      </button>
      <mat-menu #menu="matMenu">
        <ng-template matMenuContent>
          @for (engine of engines(); track engine.id) {
            <button mat-menu-item (click)="chosen.emit(engine)">
              <span class="offer">
                {{ engine.name }}
                <span class="facts">{{ factsOf(engine) }}</span>
              </span>
            </button>
          }
        </ng-template>
      </mat-menu>
    }
  `,
  styleUrl: './turn-actions.scss',
  styles: `
    .offer {
      display: grid;
      padding-block: 8px;
    }
    .facts {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class RepeatWithEngine {
  readonly engines = input.required<readonly EngineProfile[]>();
  /** What is asked. */
  readonly prompt = input<PromptMessage>();
  /** The person picks one. */
  readonly chosen = output<EngineProfile>();

  protected readonly only = computed(() => (this.engines().length === 1 ? this.engines()[0] : undefined));
  private readonly texts = injectEngineTexts();
  private readonly costText = injectCostText();
  protected readonly text = injectText();
  protected readonly repeatWithText = injectRepeatWithText();
  protected readonly icon = mdiMovieOpenCogOutline;

  protected factsOf(engine: EngineProfile): string {
    const facts = engineFacts(engine, this.texts);
    const cost = this.costOf(engine);
    // Where the price is all that is known, it stands among the facts.
    return (cost === null || facts.includes(cost) ? facts : [...facts, cost]).join(' · ');
  }

  private costOf(engine: EngineProfile): string | null {
    const prompt = this.prompt();
    return prompt === undefined ? null : this.costText(askedOf(engine, prompt));
  }
}
