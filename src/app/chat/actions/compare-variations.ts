import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiCompare } from '@mdi/js';

import type { Turn } from '../../conversation-model/turn.ts';
import { WorkWays } from '../../drafts/work-ways.ts';
import { Icon } from '../../icon/icon.ts';
import { injectText } from '../../language/text.ts';
import { Stars } from '../../media/actions/stars.ts';
import { Comparison } from '../../media/comparison/comparison.ts';
import { turnMedia } from '../messages/image-message.ts';

/** Shows two of what was asked for together side by side, once there are two: the best so far, and another one. */
@Component({
  selector: 'kitten-compare-variations',
  imports: [Icon, MatButton],
  template: `
    @if (clips().length > 1) {
      <button matButton type="button" (click)="compare()">
        <kitten-icon matButtonIcon [path]="icon" />{{ text('player.compare') }}
      </button>
    }
  `,
  styleUrl: './turn-actions.scss',
})
export class CompareVariations {
  private readonly comparison = inject(Comparison);
  private readonly ways = inject(WorkWays);
  private readonly stars = inject(Stars);

  /** In the order in which they were asked for. */
  readonly turns = input.required<readonly Turn[]>();

  protected readonly text = injectText();
  protected readonly icon = mdiCompare;
  protected readonly clips = computed(() =>
    turnMedia(this.turns(), (asked, turnId) => this.ways.here(asked, turnId)).filter(({ kind }) => kind === 'video'),
  );

  protected compare(): void {
    const isStarred = (id: string): boolean => this.stars.ids().has(id);
    const [best, rest] = [true, false].map((isBest) =>
      this.clips().filter(({ message }) => isStarred(message.id) === isBest),
    );
    void this.comparison.open([...(best ?? []), ...(rest ?? [])]);
  }
}
