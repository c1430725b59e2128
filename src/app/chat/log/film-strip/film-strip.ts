import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';

import { injectText } from '../../../language/text.ts';
import { Thumbnail } from '../../../media/thumbnail.ts';
import type { FilmFrame } from './film-frames.ts';
import { injectRowInView } from './row-in-view.ts';

/** How wide a picture is with the gap behind it, in pixels; the style sheet has it too. */
const STEP = 88;

/** How many pictures beyond either edge are in the page. */
const BEYOND = 6;

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * A long conversation at a glance: its pictures in a line, of which one leads to its turn. The one that is looked at is
 * marked. Only those about the visible part are in the page, however many there are.
 */
@Component({
  selector: 'kitten-film-strip',
  imports: [Thumbnail],
  template: `
    <nav #line [attr.aria-label]="text('chat.filmStrip')">
      <ol [style.width.px]="frames().length * step">
        @for (place of shown(); track place.frame.id) {
          <li [style.left.px]="place.at * step">
            <button
              type="button"
              [attr.aria-current]="place.at === current() ? 'true' : null"
              [attr.aria-label]="
                text('chat.filmFrame', { number: place.at + 1, total: frames().length, name: place.name })
              "
              [attr.title]="place.name"
              [attr.tabindex]="place.at === entry() ? 0 : -1"
              [attr.data-at]="place.at"
              (focus)="entry.set(place.at)"
              (click)="picked.emit(place.frame.turnId)"
            >
              <kitten-thumbnail [pictured]="place.frame.pictured" />
            </button>
          </li>
        }
      </ol>
    </nav>
  `,
  styleUrl: './film-strip.scss',
  host: { '(keydown)': 'move($event)' },
})
export class FilmStrip {
  readonly frames = input.required<readonly FilmFrame[]>();
  /** The place of each row of the conversation, by the ids of all turns that it shows. */
  readonly rowPlaces = input.required<ReadonlyMap<string, number>>();
  /** What scrolls the conversation. */
  readonly scroller = input.required<HTMLElement>();
  /** The person goes to a turn, by its id. */
  readonly picked = output<string>();

  private readonly injector = inject(Injector);
  private readonly line = viewChild.required<ElementRef<HTMLElement>>('line');
  private readonly rowInView = injectRowInView(this.scroller);
  private readonly window = signal({ left: 0, width: 0 });

  protected readonly step = STEP;
  protected readonly text = injectText();
  /** The place of the picture that is looked at, or of the last one before. */
  protected readonly current = computed(() => {
    const places = this.rowPlaces();
    const row = places.get(this.rowInView() ?? '') ?? Infinity;
    const frames = this.frames();
    const same = frames.findIndex(({ turnId }) => places.get(turnId) === row);
    return same >= 0 ? same : frames.findLastIndex(({ turnId }) => (places.get(turnId) ?? 0) < row);
  });
  /** Where Tab comes in: where one looks, unless keys have gone on from there. */
  protected readonly entry = linkedSignal(() => Math.max(0, this.current()));
  protected readonly shown = computed(() => {
    const { left, width } = this.window();
    const [frames, entry] = [this.frames(), this.entry()];
    const from = Math.max(0, Math.floor(left / STEP) - BEYOND);
    const to = Math.min(frames.length - 1, Math.ceil((left + width) / STEP) + BEYOND);
    const places = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
    if (entry < from) places.unshift(entry);
    else if (entry > to && entry < frames.length) places.push(entry);
    return places.flatMap((at) => {
      const frame = frames[at];
      return frame === undefined ? [] : [{ frame, at, name: frame.caption ?? this.text('media.videoOfKitten') }];
    });
  });

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const line = this.line().nativeElement;
      const measure = (): void => this.window.set({ left: line.scrollLeft, width: line.clientWidth });
      const observer = new ResizeObserver(() => {
        measure();
        this.show(this.current());
      });
      observer.observe(line);
      line.addEventListener('scroll', measure, { passive: true });
      destroyRef.onDestroy(() => observer.disconnect());
    });
    afterRenderEffect(() => {
      const current = this.current();
      untracked(() => this.show(current));
    });
  }

  protected move(event: KeyboardEvent): void {
    const last = this.frames().length - 1;
    const next = STEPS[event.key]?.(this.entry(), last);
    if (next === undefined) return;
    event.preventDefault();
    this.entry.set(Math.min(last, Math.max(0, next)));
    this.show(this.entry());
    const focus = (): void =>
      this.line()
        .nativeElement.querySelector<HTMLElement>(`[data-at="${this.entry()}"]`)
        ?.focus({ preventScroll: true });
    afterNextRender(focus, { injector: this.injector });
  }

  /** Brings a picture into the middle, unless it can be seen already. */
  private show(at: number): void {
    const line = this.line().nativeElement;
    const left = Math.max(0, at) * STEP;
    if (left >= line.scrollLeft && left + STEP <= line.scrollLeft + line.clientWidth) return;
    line.scrollLeft = left - (line.clientWidth - STEP) / 2;
  }
}
