import { Component, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatFabButton } from '@angular/material/button';
import { mdiArrowDown } from '@mdi/js';

import { WebSocketService } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import type { Turn } from '../conversation/turn.ts';
import { messageCount } from '../conversation/turn-view.ts';
import { FollowEnd } from './follow-end.ts';
import { TurnView } from './turn-view.ts';

/** The conversation, and a way back to its end for who has left it. */
@Component({
  selector: 'kitten-message-log',
  imports: [FollowEnd, Icon, MatFabButton, TurnView],
  template: `
    <div kittenFollowEnd #end="kittenFollowEnd" class="scroller" role="log" aria-label="聊天记录" aria-live="off" tabindex="0">
      <div class="column">
        @for (turn of turns(); track turn.id) {
          <kitten-turn [turn]="turn" />
        } @empty {
          <ng-content />
        }
      </div>
    </div>
    @if (!end.isFollowing()) {
      <button matFab extended type="button" (click)="end.follow()">
        <kitten-icon [path]="downIcon" />回到底部
        @if (unseen() > 0) {
          <span>（{{ unseen() }} 条新消息）</span>
        }
      </button>
    }
  `,
  styleUrl: './message-log.scss',
})
export class MessageLog {
  readonly turns = input.required<readonly Turn[]>();

  protected readonly downIcon = mdiArrowDown;
  private readonly end = viewChild.required(FollowEnd);
  private readonly count = computed(() => messageCount(this.turns()));
  private readonly seen = linkedSignal<{ count: number; isFollowing: boolean }, number>({
    source: () => ({ count: this.count(), isFollowing: this.end().isFollowing() }),
    computation: ({ count, isFollowing }, previous) => (isFollowing ? count : (previous?.value ?? count)),
  });
  protected readonly unseen = computed(() => this.count() - this.seen());

  constructor() {
    // Whoever sends something wants to see what becomes of it.
    inject(WebSocketService)
      .sent$.pipe(takeUntilDestroyed())
      .subscribe(() => this.end().follow());
  }
}
