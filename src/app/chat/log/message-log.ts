import {
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { mdiArrowDown } from '@mdi/js';

import { type PromptMessage, WebSocketService } from '../../../services/index.ts';
import { Today } from '../../calendar/today.ts';
import { Icon } from '../../icon/icon.ts';
import { takeRemixes } from '../../drafts/remix.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { injectShortcut } from '../../shortcuts/shortcuts.ts';
import { activeJobOf, messageCount, type Turn } from '../../conversation-model/turn.ts';
import { filmFrames } from './film-strip/film-frames.ts';
import { FilmStrip } from './film-strip/film-strip.ts';
import { CopyTurns } from './copy-turns.ts';
import { FindBar } from './find-bar.ts';
import { firstOfDay, haveSameDates } from './first-of-day.ts';
import { FollowEnd } from './follow-end.ts';
import { markWords } from './found-words.ts';
import { groupTurns } from './group-turns.ts';
import { KeepReadingPlace } from './keep-reading-place.ts';
import { PinnedRows } from '../../windowed-list/pinned-rows.ts';
import { oncePerAnimationFrame } from './once-per-animation-frame.ts';
import { TurnView } from './turn-view.ts';
import { WindowedList } from '../../windowed-list/windowed-list.ts';

/** With fewer clips there is nothing to be lost in. */
const FEWEST_FRAMES = 6;

/** How long a turn that was gone to is marked, in milliseconds. */
const MARK_MS = 2_000;

/** The conversation, and a way back to its end for who has left it. */
@Component({
  selector: 'kitten-message-log',
  imports: [
    CopyTurns,
    FilmStrip,
    FindBar,
    FollowEnd,
    KeepReadingPlace,
    PinnedRows,
    Icon,
    MatButton,
    TurnView,
    WindowedList,
  ],
  template: `
    @if (frames().length >= fewest) {
      <kitten-film-strip
        [frames]="frames()"
        [rowPlaces]="rowPlaces()"
        [scroller]="scroller"
        (picked)="scrollToTurn($event)"
      />
    }
    <div
      #scroller
      kittenPinnedRows
      [kittenCopyTurns]="shown()"
      [kittenFollowEnd]="shown().length > 0"
      #end="kittenFollowEnd"
      #held="kittenPinnedRows"
      kittenKeepReadingPlace
      class="scroller"
      role="log"
      aria-live="off"
      tabindex="0"
      [attr.aria-label]="label()"
    >
      @if (shown().length > 0) {
        <kitten-windowed-list
          [rows]="grouped().rows"
          [scroller]="scroller"
          [pinned]="pinned()"
          [padding]="24"
          (resized)="end.adjustScroll()"
        >
          <ng-template let-turn>
            <kitten-turn
              tabindex="-1"
              [turn]="turn"
              [beside]="grouped().beside.get(turn.id)"
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
    @defer (when isFinding(); prefetch on idle) {
      @if (isFinding()) {
        <kitten-find-bar #findBar [turns]="shown()" (found)="showFound($event)" (closed)="endFinding()" />
      }
    }
    @if (shown().length > 0) {
      <!-- Always as high: it comes without moving anything, and lies over nothing. -->
      <div class="shelf">
        @if (!end.isFollowing()) {
          <button matButton="outlined" type="button" (click)="followEnd()">
            <kitten-icon [path]="downIcon" />
            {{ toEndText() }}
          </button>
        }
      </div>
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
  protected readonly shown = oncePerAnimationFrame(this.turns, []);
  protected readonly grouped = computed(() => groupTurns(this.shown()));
  protected readonly fewest = FEWEST_FRAMES;
  protected readonly frames = computed(() => filmFrames(this.shown()));
  /** Where the row of each turn stands. */
  protected readonly rowPlaces = computed(() => {
    const { rows, rowOf } = this.grouped();
    const places = new Map(rows.map(({ id }, place) => [id, place]));
    for (const [id, row] of rowOf) places.set(id, places.get(row) ?? 0);
    return places;
  });
  protected readonly marked = signal<string | null>(null);
  private readonly today = inject(Today).start;
  /** The turns, as new ones only where a day may begin with another: not for each piece of a text. */
  private readonly dated = computed(() => this.shown(), { equal: haveSameDates });
  protected readonly days = computed(() => firstOfDay(this.dated(), this.today()));

  private unmarking: ReturnType<typeof setTimeout> | undefined;
  private readonly end = viewChild.required(FollowEnd);
  private readonly held = viewChild.required(PinnedRows);
  private readonly reading = viewChild.required(KeepReadingPlace);
  private readonly findBar = viewChild<{ focus(): void }>('findBar');
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  protected readonly isFinding = signal(false);
  private words = '';
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
    () => this.shown().flatMap((turn) => (activeJobOf(turn) === null ? [] : [this.rowOf(turn.id)])),
    { equal: (one, other) => one.join() === other.join() },
  );
  protected readonly pinned = computed(() => new Set([...this.held().ids(), ...this.running()]));

  constructor() {
    // Whoever sends something wants to see what becomes of it.
    inject(WebSocketService)
      .sent$.pipe(takeUntilDestroyed())
      .subscribe(() => this.followEnd());
    injectShortcut({ keys: ['Mod+F'], description: 'find.label', run: () => this.find() });
    inject(DestroyRef).onDestroy(() => this.mark(''));
    takeRemixes((prompt) => this.edited.emit(prompt));
    this.goToTargets();
    this.goToSavedPlace();
  }

  /** Goes to a turn, by its id, and moves the focus there; does nothing where there is none. */
  async scrollToTurn(id: string): Promise<void> {
    const list = this.list();
    if (list === undefined) return;
    this.end().unfollow();
    const shownIn = this.rowOf(id);
    const row = await list.reveal(shownIn);
    if (row === null) return;
    row.querySelector<HTMLElement>('kitten-turn')?.focus({ preventScroll: true });
    this.marked.set(shownIn);
    clearTimeout(this.unmarking);
    this.unmarking = setTimeout(() => this.marked.set(null), MARK_MS);
  }

  /** Whatever turn was being gone to. */
  protected followEnd(): void {
    this.list()?.stay();
    this.end().follow();
  }

  /** The row that shows a turn. */
  private rowOf(id: string): string {
    return this.grouped().rowOf.get(id) ?? id;
  }

  private find(): void {
    if (this.isFinding()) this.findBar()?.focus();
    else this.isFinding.set(true);
  }

  protected async showFound({
    words,
    turnId,
  }: {
    readonly words: string;
    readonly turnId: string | null;
  }): Promise<void> {
    this.words = words;
    if (turnId !== null) {
      this.end().unfollow();
      const row = await this.list()?.reveal(this.rowOf(turnId));
      // The next word may have been typed meanwhile.
      if (this.words !== words) return;
      if (row instanceof HTMLElement) this.bringIntoSight(markWords(row, words)[0]);
    }
    this.mark(words);
  }

  protected endFinding(): void {
    this.isFinding.set(false);
    this.words = '';
    this.mark('');
    this.scroller().nativeElement.focus({ preventScroll: true });
  }

  /** In all rows that are in the page. */
  private mark(words: string): void {
    markWords(this.scroller().nativeElement, words);
  }

  /** A long turn has what was found below its top. */
  private bringIntoSight(place: Range | undefined): void {
    const { nativeElement: scroller } = this.scroller();
    const [box, view] = [place?.getBoundingClientRect(), scroller.getBoundingClientRect()];
    if (box !== undefined && box.bottom > view.bottom) scroller.scrollTop += box.top - view.top - view.height / 2;
  }

  /** Who comes back to a conversation goes on reading where they were; a target leads elsewhere. */
  private goToSavedPlace(): void {
    const isRead = computed(() => this.shown().length > 0 && this.list() !== undefined);
    const effect = afterRenderEffect(() => {
      if (!isRead()) return;
      effect.destroy();
      untracked(() => void this.scrollToSavedPlace());
    });
  }

  private async scrollToSavedPlace(): Promise<void> {
    const [reading, list] = [this.reading(), this.list()];
    const place = reading.saved();
    if (place !== null && list !== undefined && this.target() === null && this.rowPlaces().has(place.turnId)) {
      this.end().unfollow();
      if ((await list.reveal(place.turnId)) !== null) {
        // The log scrolled to its end first, and that scroll event may come only now: it must not start following again.
        this.end().unfollow();
        list.place(place.turnId, place.top);
      }
    }
    reading.startSaving();
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
