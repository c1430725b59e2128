import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  afterRenderEffect,
  ApplicationRef,
  Component,
  computed,
  contentChild,
  DestroyRef,
  DOCUMENT,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  TemplateRef,
  viewChild,
} from '@angular/core';
import { Virtualizer } from 'virtua/angular';

import { PendingScroll } from './pending-scroll.ts';

/** What is mounted above and below the visible part, in pixels: a screen reader goes on into it, and so does Tab. */
const BUFFER = 600;

/** What a row must have: a name that stays with it wherever it moves. */
export interface ListRow {
  readonly id: string;
}

/** A row, and its place in the list. */
interface RowPlace<Row> {
  readonly item: Row;
  readonly index: number;
}

/** Which rows a list has shown, so that it knows what has become of them. */
interface Generation {
  readonly first: string | undefined;
  /** Another one means that nothing of the list before is left. */
  readonly number: number;
  /** Whether rows have come before the first. */
  readonly isPrepended: boolean;
}

/**
 * A list of which only the rows about the visible part are in the page. Rows may have any height and change it: what
 * happens above the visible part does not move it. The library behind it is known here alone; `windowed-list.md` says
 * why it is this one.
 */
@Component({
  selector: 'kitten-windowed-list',
  imports: [NgTemplateOutlet, Virtualizer],
  template: `
    @if (isPrinting()) {
      <div class="printed" role="list">
        @for (row of rows(); track row.id) {
          <div role="listitem">
            <ng-container [ngTemplateOutlet]="template()" [ngTemplateOutletContext]="{ $implicit: row }" />
          </div>
        }
      </div>
    }
    @for (generation of [generation()]; track generation.number) {
      <div
        virtuaVirtualizer
        class="rows"
        role="list"
        [data]="rows()"
        [getKey]="keyOf"
        [itemProps]="attributes()"
        [keepMounted]="pinnedIndexes()"
        [shift]="generation.isPrepended"
        [bufferSize]="buffer"
        [scrollRef]="scroller()"
        [startMargin]="start() + padding()"
        (resized)="noticeResized()"
      >
        <ng-template let-row>
          <ng-container [ngTemplateOutlet]="template()" [ngTemplateOutletContext]="{ $implicit: row }" />
        </ng-template>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      overflow-anchor: none;
    }
    /* The library lets no pointer in while it scrolls, and a list that follows a growing text scrolls all the time. */
    .rows {
      pointer-events: auto !important;
      /*
       * A row that has grown counts once the library knows of it: who went to its end before would have been taken for
       * somebody below the list, and would have been shown none of it.
       */
      overflow-y: clip;
    }
    @media print {
      .printed + .rows {
        display: none !important;
      }
    }
  `,
  host: { '[style.padding-block-start.px]': 'padding()' },
})
export class WindowedList<Row extends ListRow> {
  /** In order; an id appears once. */
  readonly rows = input.required<readonly Row[]>();
  /** The element that scrolls. */
  readonly scroller = input.required<HTMLElement>();
  /** How far below the beginning of what scrolls the list begins, in pixels. */
  readonly start = input(0);
  /** Whether a row is an item of the list, or holds items and is nothing by itself. */
  readonly rowRole = input<'listitem' | 'presentation'>('listitem');
  /** The ids of rows that stay mounted wherever one scrolls, and the row above each with it. */
  readonly pinned = input<ReadonlySet<string>>(new Set());
  /** Room before the first row, in pixels. */
  readonly padding = input(0);
  /** The list, or a row of it, has another height now. */
  readonly resized = output();

  protected readonly buffer = BUFFER;
  /** All rows are in the page then, in the order of the text. */
  protected readonly isPrinting = signal(false);
  protected readonly template = contentChild.required<TemplateRef<{ readonly $implicit: Row }>>(TemplateRef);
  protected readonly keyOf = ({ id }: Row): string => id;

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly virtualizer = viewChild.required<Virtualizer<Row>>(Virtualizer);
  private readonly pendingScroll = computed(() => new PendingScroll(this.scroller()));
  /** The row that is looked for: it is mounted before it is scrolled to. */
  private readonly sought = signal<string | null>(null);

  protected readonly pinnedIndexes = computed(() => {
    const sought = this.sought();
    const pinned = sought === null ? this.pinned() : new Set([...this.pinned(), sought]);
    if (pinned.size === 0) return [];
    // With the one above each: where the last row that is mounted becomes the first, Angular moves it in the page, and
    // a row that is moved loses its focus, its click and its clip.
    const indexes = this.rows().flatMap(({ id }, index) => (pinned.has(id) ? [index - 1, index] : []));
    return [...new Set(indexes)].filter((index) => index >= 0);
  });
  /** The same object for the same row: another one has the library take all attributes off and put them on again. */
  protected readonly attributes = computed(() => {
    const { length } = this.rows();
    const role = this.rowRole();
    const made = new Map<string, Readonly<Record<string, string>>>();
    return ({ item: { id }, index }: RowPlace<Row>): Readonly<Record<string, string>> => {
      const place = role === 'listitem' ? { 'aria-posinset': String(index + 1), 'aria-setsize': String(length) } : {};
      const known = made.get(id);
      if (known !== undefined && known['aria-posinset'] === place['aria-posinset']) return known;
      const fresh = { role, 'data-row': id, ...place };
      made.set(id, fresh);
      return fresh;
    };
  });
  protected readonly generation = linkedSignal<readonly Row[], Generation>({
    source: this.rows,
    computation: (rows, previous) => {
      const first = rows[0]?.id;
      const { first: before, number } = previous?.value ?? { first: undefined, number: 0 };
      if (first === before) return { first, number, isPrepended: false };
      // Sizes are kept by place: of another conversation they would be wrong, and of a longer one out of place.
      const isPrepended = before !== undefined && rows.some(({ id }) => id === before);
      return { first, number: isPrepended ? number : number + 1, isPrepended };
    },
  });

  constructor() {
    this.followPrinting();
    inject(DestroyRef).onDestroy(() => this.pendingScroll().cancel());
    afterRenderEffect(() => {
      // A row of just the height that was expected resizes nothing.
      this.rows();
      this.resized.emit();
    });
  }

  private followPrinting(): void {
    const [application, { defaultView }, controller] = [
      inject(ApplicationRef),
      inject(DOCUMENT),
      new AbortController(),
    ];
    const print = (isPrinting: 'all' | 'window') => (): void => {
      this.isPrinting.set(isPrinting === 'all');
      // At once: the browser prints what is in the page when the listeners are done.
      application.tick();
    };
    defaultView?.addEventListener('beforeprint', print('all'), { signal: controller.signal });
    defaultView?.addEventListener('afterprint', print('window'), { signal: controller.signal });
    inject(DestroyRef).onDestroy(() => controller.abort());
  }

  /**
   * Puts a row so many pixels below the upper edge; does nothing where there is no such row. The rows about it are measured
   * only then: it is kept there meanwhile, until the person moves or `stay` is called.
   */
  place(id: string, top: number): void {
    this.pendingScroll().start(() => {
      const index = this.indexOf(id);
      return index === -1 ? null : this.start() + this.padding() + this.virtualizer().getItemOffset(index) - top;
    });
  }

  /** Goes on to no row any more: something else scrolls from here on. */
  stay(): void {
    this.sought.set(null);
    this.pendingScroll().cancel();
  }

  /**
   * Brings a row to the top, and returns its element; null where there is no such row, or something else has been gone to
   * meanwhile.
   */
  async reveal(id: string): Promise<HTMLElement | null> {
    if (this.indexOf(id) === -1) return null;
    this.sought.set(id);
    await new Promise<void>((resolve) => void afterNextRender(resolve, { injector: this.injector }));
    if (this.sought() !== id) return null;
    this.place(id, this.padding());
    // The scroll is told in the next frame and puts the rows in other places, which would take the focus off one.
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    if (this.sought() !== id) return null;
    return this.element.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  }

  protected noticeResized(): void {
    this.pendingScroll().repeat();
    this.resized.emit();
  }

  private indexOf(id: string): number {
    return this.rows().findIndex((row) => row.id === id);
  }
}
