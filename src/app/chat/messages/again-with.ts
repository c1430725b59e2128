import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { mdiMovieOpenCogOutline } from '@mdi/js';

import type { EngineProfile } from '../../../services/index.ts';
import { engineFacts, injectEngineTexts } from '../../engines/engine-facts.ts';
import { Icon } from '../../icon/icon.ts';
import { injectText } from '../../language/text.ts';

/** Asks the same of another engine: a menu of those that there are. */
@Component({
  selector: 'kitten-again-with',
  imports: [Icon, MatButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  template: `
    <button matButton type="button" [matMenuTriggerFor]="menu">
      <kitten-icon matButtonIcon [path]="icon" />{{ text('engines.againWith') }}
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
export class AgainWith {
  readonly engines = input.required<readonly EngineProfile[]>();
  /** The person picks one. */
  readonly chosen = output<EngineProfile>();

  private readonly texts = injectEngineTexts();
  protected readonly text = injectText();
  protected readonly icon = mdiMovieOpenCogOutline;

  protected factsOf(engine: EngineProfile): string {
    return engineFacts(engine, this.texts).join(' · ');
  }
}
