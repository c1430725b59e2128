import { Component, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiDiceMultipleOutline } from '@mdi/js';

import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import { MAY_MOVE } from '../media/player/play-in-view.ts';

/** Prompts that show what can be asked for, each with what becomes of it: `public/examples`, by `npm run examples`. */
const EXAMPLES = [
  { text: 'making.exampleCat', file: 'cat' },
  { text: 'making.exampleBoat', file: 'boat' },
  { text: 'making.exampleRabbit', file: 'rabbit' },
] as const;

/** Examples that move, each made by one click, and one by chance. With less motion or data wanted, they stand still. */
@Component({
  selector: 'kitten-example-cards',
  imports: [Icon, MatButton],
  template: `
    @for (example of examples; track example.file) {
      <button class="card" type="button" (click)="picked.emit(text(example.text))">
        @if (isMoving) {
          <video
            autoplay
            loop
            playsinline
            tabindex="-1"
            aria-hidden="true"
            width="320"
            height="180"
            [muted]="true"
            [poster]="'examples/' + example.file + '.webp'"
            [src]="'examples/' + example.file + '.mp4'"
          ></video>
        } @else {
          <img alt="" width="320" height="180" [src]="'examples/' + example.file + '.webp'" />
        }
        <span>{{ text(example.text) }}</span>
      </button>
    }
    <button matButton="outlined" class="surprise" type="button" (click)="surprise()">
      <kitten-icon matButtonIcon [path]="dice" />{{ text('making.surprise') }}
    </button>
  `,
  styleUrl: './example-cards.scss',
})
export class ExampleCards {
  /** The person picks what is to be made, in words. */
  readonly picked = output<string>();

  protected readonly text = injectText();
  protected readonly examples = EXAMPLES;
  protected readonly isMoving = inject(MAY_MOVE)();
  protected readonly dice = mdiDiceMultipleOutline;

  /** One of many ideas, by chance. */
  protected surprise(): void {
    const ideas = this.text('making.ideas').split('|');
    const idea = ideas[Math.floor(Math.random() * ideas.length)];
    if (idea !== undefined) this.picked.emit(idea);
  }
}
