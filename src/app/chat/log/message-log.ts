import {
  afterRenderEffect,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatFabButton } from '@angular/material/button';
import { mdiArrowDown } from '@mdi/js';

import { type PromptMessage, WebSocketService } from '../../../services/index.ts';
import { Today } from '../../calendar/today.ts';
import { Icon } from '../../icon/icon.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { isActive, messageCount, type Turn } from '../../conversation-model/turn.ts';
import { firstOfDay } from './first-of-day.ts';
import { FollowEnd } from './follow-end.ts';
import { PinnedRows } from '../../windowed-list/pinned-rows.ts';
import { oncePerFrame } from './once-per-frame.ts';
import { TurnView } from './turn-view.ts';
import { WindowedList } from '../../windowed-list/windowed-list.ts';

/** How long a turn that was gone to is marked, in milliseconds. */
const MARK_MS = 2_000;

/** The conversation, and a way back to its end for who has left it. */
@Component({
  selector: 'kitten-message-log',
  imports: [FollowEnd, PinnedRows, Icon, MatFabButton, TurnView, WindowedList],
  template: `
    <div
      #scroller
      kittenPinnedRows
      [kittenFollowEnd]="shown().length > 0"
      #end="kittenFollowEnd"
      #held="kittenPinnedRows"
      class="scroller"
      role="log"
      aria-live="off"
      tabindex="0"
      [attr.aria-label]="label()"
    >
      @if (shown().length > 0) {
        <kitten-windowed-list
          [rows]="shown()"
          [scroller]="scroller"
          [pinned]="pinned()"
          [padding]="24"
          (resized)="end.keepUp()"
        >
          <ng-template let-turn>
            <kitten-turn
              tabindex="-1"
              [turn]="turn"
              [day]="days().get(turn.id)"
              [class.marked]="turn.id === marked()"
              (edited)="edited.emit($event)"
            />
          </ng-template>
        </kitten-windowed-list>
      } @else {
        <div class="empty"><ng-content /></div>
      }
    </div>
    @if (!end.isFollowing() && shown().length > 0) {
      <button matFab extended type="button" (click)="end.follow()">
        <kitten-icon [path]="downIcon" />
        {{ toEndText() }}
      </button>
    }
  `,
  styleUrl: './message-log.scss',
})
export class MessageLog {
  readonly turns = input.required<readonly Turn[]>();
  /** The id of a turn to go to: it is brought to the top, gets the focus, and is marked for a moment. */
  readonly target = input<string | null>(null);
  /** The target is being gone to. */
  readonly reached = output();
  /** The person wants to change what was asked. */
  readonly edited = output<PromptMessage>();

  private readonly text = injectText();
  private readonly countText = injectCountText();
  protected readonly label = computed(() => this.text('chat.log'));
  protected readonly downIcon = mdiArrowDown;
  protected readonly shown = oncePerFrame(this.turns, []);
  protected readonly marked = signal<string | null>(null);
  private readonly today = inject(Today).start;
  /** The turns, as new ones only where a day may begin with another: not for each piece of a text. */
  private readonly dated = computed(() => this.shown(), { equal: haveSameDates });
  protected readonly days = computed(() => firstOfDay(this.dated(), this.today()));

  private unmarking: ReturnType<typeof setTimeout> | undefined;
  private readonly end = viewChild.required(FollowEnd);
  private readonly held = viewChild.required(PinnedRows);
  private readonly list = viewChild<WindowedList<Turn>>(WindowedList);
  private readonly count = computed(() => messageCount(this.shown()));
  private readonly seen = linkedSignal<{ count: number; isFollowing: boolean }, number>({
    source: () => ({ count: this.count(), isFollowing: this.end().isFollowing() }),
    computation: ({ count, isFollowing }, previous) => (isFollowing ? count : (previous?.value ?? count)),
  });
  protected readonly toEndText = computed(() => {
    const unseen = this.count() - this.seen();
    return unseen > 0 ? this.countText('chat.newMessages', unseen) : this.text('chat.toEnd');
  });
  /** A job under way keeps its card: its preview goes on, and its end is not missed. */
  private readonly running = computed(
    () => this.shown().flatMap(({ id, job }) => (job !== undefined && isActive(job) ? [id] : [])),
    { equal: (one, other) => one.join() === other.join() },
  );
  protected readonly pinned = computed(() => new Set([...this.held().ids(), ...this.running()]));

  constructor() {
    // Whoever sends something wants to see what becomes of it.
    inject(WebSocketService)
      .sent$.pipe(takeUntilDestroyed())
      .subscribe(() => this.end().follow());
    this.goToTargets();
  }

  /** Goes to a turn, by its id, and moves the focus there; does nothing where there is none. */
  async scrollToTurn(id: string): Promise<void> {
    const list = this.list();
    if (list === undefined) return;
    this.end().letGo();
    const row = await list.reveal(id);
    if (row === null) return;
    row.querySelector<HTMLElement>('kitten-turn')?.focus({ preventScroll: true });
    this.marked.set(id);
    clearTimeout(this.unmarking);
    this.unmarking = setTimeout(() => this.marked.set(null), MARK_MS);
  }

  /** A target may be named before its turn has been read from the device. */
  private goToTargets(): void {
    const isThere = computed(() => this.shown().some(({ id }) => id === this.target()));
    afterRenderEffect(() => {
      const target = this.target();
      if (target === null || !isThere()) return;
      // Once: whatever comes to the turns afterwards must not call anybody back.
      untracked(() => void this.scrollToTurn(target));
      this.reached.emit();
    });
  }
}

function haveSameDates(one: readonly Turn[], other: readonly Turn[]): boolean {
  return (
    one.length === other.length && one.every(({ id, at }, index) => id === other[index]?.id && at === other[index].at)
  );
}
