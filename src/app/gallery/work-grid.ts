import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { MatMenu } from '@angular/material/menu';

import { PinnedRows } from '../windowed-list/pinned-rows.ts';
import { WindowedList } from '../windowed-list/windowed-list.ts';
import { GridPosition } from './grid-position.ts';
import { WorkCard } from './work-card.ts';
import type { Work } from './collect-works.ts';

/** Works that stand side by side. */
interface WorkRow {
  /** Where it stands among the rows: its works change as others come, and it stays. */
  readonly id: string;
  /** How many works stand before it. */
  readonly before: number;
  readonly works: readonly Work[];
}

/**
 * Works side by side, as many as fit, of which only those about the visible part are in the page. They are one list to
 * a screen reader, whatever rows they stand in.
 */
@Component({
  selector: 'kitten-work-grid',
  imports: [WindowedList, WorkCard],
  hostDirectives: [PinnedRows],
  template: `
    <kitten-windowed-list
      rowRole="presentation"
      [rows]="rows()"
      [scroller]="scroller()"
      [start]="start()"
      [pinned]="pinned()"
    >
      <ng-template let-row>
        <div class="row">
          @for (work of row.works; track work.id) {
            <div
              role="listitem"
              [attr.data-row]="work.id"
              [attr.aria-posinset]="row.before + $index + 1"
              [attr.aria-setsize]="works().length"
            >
              <kitten-work-card [work]="work" [menu]="menu()" (opened)="opened.emit(work)" />
            </div>
          }
        </div>
      </ng-template>
    </kitten-windowed-list>
  `,
  styleUrl: './work-grid.scss',
  host: { '[style.--columns]': 'columns()' },
})
export class WorkGrid {
  readonly works = input.required<readonly Work[]>();
  /** The element that scrolls. */
  readonly scroller = input.required<HTMLElement>();
  /** What can be done with a work; one for all of them. */
  readonly menu = input.required<MatMenu>();
  /** The person wants to see a work large. */
  readonly opened = output<Work>();

  protected readonly columns = signal(0);
  protected readonly start = signal(0);
  protected readonly rows = computed(() => rowsOf(this.works(), this.columns()));
  /** With the row below, to which Tab goes; the list keeps the one above. */
  protected readonly pinned = computed(() => {
    const held = this.held.ids();
    const rows = held.size === 0 ? [] : this.rows();
    const near = rows.flatMap(({ works }, at) => (works.some(({ id }) => held.has(id)) ? [at, at + 1] : []));
    return new Set(near.flatMap((at) => rows[at]?.id ?? []));
  });

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly held = inject(PinnedRows);
  private readonly list = viewChild.required<WindowedList<WorkRow>>(WindowedList);

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      this.measure();
      const observer = new ResizeObserver(() => this.measure());
      // What stands above it moves it, and makes the whole higher.
      for (const child of this.scroller().children) observer.observe(child);
      destroyRef.onDestroy(() => observer.disconnect());
    });
    this.stayInPlace();
  }

  /** The style sheet says how many columns fit. */
  private measure(): void {
    const scroller = this.scroller();
    const tracks = getComputedStyle(this.element).gridTemplateColumns.split(' ').length;
    const top = this.element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    this.columns.set(tracks);
    this.start.set(Math.round(top + scroller.scrollTop));
  }

  /** Where works move to another row, scroll position and focus follow them. */
  private stayInPlace(): void {
    let place: GridPosition | undefined;
    effect(() => {
      this.rows();
      place = untracked(() => new GridPosition(this.element, this.scroller()));
    });
    afterRenderEffect(() => {
      const rows = this.rows();
      untracked(() => {
        const row = rows.find(({ works }) => works.some(({ id }) => id === place?.seen?.id));
        if (place?.seen !== undefined && row !== undefined && row.id !== place.seen.row) {
          this.list().place(row.id, place.seen.top);
        }
        void place?.refocus();
      });
    });
  }
}

/** Deals works into rows of so many; none where nobody knows yet how many fit. */
function rowsOf(works: readonly Work[], columns: number): readonly WorkRow[] {
  if (columns === 0) return [];
  return Array.from({ length: Math.ceil(works.length / columns) }, (_, row) => {
    const before = row * columns;
    return { id: String(row), before, works: works.slice(before, before + columns) };
  });
}
