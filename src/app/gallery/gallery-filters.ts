import { Component, computed, type ElementRef, input, output, viewChild } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { mdiMagnify, mdiMenuDown } from '@mdi/js';

import { Icon } from '../icon/icon.ts';
import { WrittenWords } from '../input-method/written-words.ts';
import { injectText } from '../language/text.ts';
import { injectShortcut } from '../shortcuts/shortcuts.ts';
import type { Collection } from './order/collections.ts';
import { type GalleryFilter, KINDS, ORDERS, shapeOf, TIMES } from './gallery-filter.ts';
import type { Work } from './collect-works.ts';

/** One of the lists to choose from. */
interface Pick {
  readonly name: 'time' | 'engine' | 'shape' | 'collection' | 'order';
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Where people say which works they want to see. */
@Component({
  selector: 'kitten-gallery-filters',
  imports: [Icon, MatButtonToggle, MatButtonToggleGroup, WrittenWords],
  templateUrl: './gallery-filters.html',
  styleUrl: './gallery-filters.scss',
  host: { role: 'search', '[attr.aria-label]': "text('gallery.filters')" },
})
export class GalleryFilters {
  readonly filter = input.required<GalleryFilter>();
  /** All that there are: what is offered is what some of them are. */
  readonly works = input<readonly Work[]>([]);
  readonly collections = input<readonly Collection[]>([]);
  /** The person wants to see others. */
  readonly changed = output<GalleryFilter>();

  protected readonly text = injectText();
  protected readonly searchIcon = mdiMagnify;
  protected readonly openIcon = mdiMenuDown;
  protected readonly kinds = KINDS;
  protected readonly kindTexts = {
    all: 'gallery.all',
    video: 'gallery.videos',
    image: 'gallery.images',
    starred: 'gallery.starred',
  } as const;
  private readonly timeTexts = {
    all: 'gallery.anyTime',
    today: 'gallery.today',
    week: 'gallery.week',
    month: 'gallery.month',
  } as const;
  private readonly orderTexts = {
    newest: 'gallery.newest',
    oldest: 'gallery.oldest',
    longest: 'gallery.longest',
  } as const;
  /** Where all are of one engine or shape there is nothing to choose; of one collection there is. */
  protected readonly picks = computed<readonly Pick[]>(() =>
    [this.time(), this.engine(), this.shape(), this.collection(), this.order()].filter(
      ({ name, options, value }) => options.length > (name === 'collection' ? 1 : 2) || value !== '',
    ),
  );

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('words');

  constructor() {
    injectShortcut({ keys: ['/', 'Mod+F'], description: 'gallery.focusSearch', run: () => this.focus() });
  }

  protected change(change: Partial<GalleryFilter>): void {
    this.changed.emit({ ...this.filter(), ...change });
  }

  protected choose({ name, options }: Pick, value: string): void {
    if (options.some((option) => option.value === value)) this.change({ [name]: value });
  }

  private time(): Pick {
    const options = TIMES.map((value) => ({ value, label: this.text(this.timeTexts[value]) }));
    return { name: 'time', label: this.text('gallery.time'), value: this.filter().time, options };
  }

  private order(): Pick {
    const options = ORDERS.map((value) => ({ value, label: this.text(this.orderTexts[value]) }));
    return { name: 'order', label: this.text('gallery.order'), value: this.filter().order, options };
  }

  private engine(): Pick {
    const names = new Map<string, string>();
    for (const { message } of this.works()) {
      if (message.type === 'video' && message.madeWith !== undefined)
        names.set(message.madeWith.id, message.madeWith.name);
    }
    const made = [...names].map(([value, label]) => ({ value, label }));
    const options = [{ value: '', label: this.text('gallery.anyEngine') }, ...made];
    return { name: 'engine', label: this.text('engines.engine'), value: this.filter().engine, options };
  }

  private shape(): Pick {
    const shapes = new Set(this.works().flatMap((work) => shapeOf(work) ?? []));
    const options = [
      { value: '', label: this.text('gallery.anyShape') },
      ...[...shapes].toSorted().map((value) => ({ value, label: value })),
    ];
    return { name: 'shape', label: this.text('gallery.shape'), value: this.filter().shape, options };
  }

  private collection(): Pick {
    const made = this.collections().map(({ id, name }) => ({ value: id, label: name }));
    const options = [{ value: '', label: this.text('gallery.anyCollection') }, ...made];
    const { collection: value } = this.filter();
    return { name: 'collection', label: this.text('gallery.collection'), value, options };
  }

  /** Puts the cursor into the search, over what is written there. There its keys are the browser's own search. */
  private focus(): void {
    this.field().nativeElement.select();
    this.field().nativeElement.focus();
  }
}
