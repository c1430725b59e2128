import { Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { mdiMagnify, mdiMenuDown } from '@mdi/js';

import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import { type GalleryFilter, KINDS, TIMES } from './gallery-filter.ts';

/** Where people say which works they want to see. */
@Component({
  selector: 'kitten-gallery-filters',
  imports: [Icon, MatButtonToggle, MatButtonToggleGroup],
  templateUrl: './gallery-filters.html',
  styleUrl: './gallery-filters.scss',
  host: { role: 'search', '[attr.aria-label]': "text('gallery.filters')" },
})
export class GalleryFilters {
  readonly filter = input.required<GalleryFilter>();
  /** The person wants to see others. */
  readonly changed = output<GalleryFilter>();

  protected readonly text = injectText();
  protected readonly searchIcon = mdiMagnify;
  protected readonly openIcon = mdiMenuDown;
  protected readonly kinds = KINDS;
  protected readonly times = TIMES;
  protected readonly kindTexts = {
    all: 'gallery.all',
    video: 'gallery.videos',
    image: 'gallery.images',
    starred: 'gallery.starred',
  } as const;
  protected readonly timeTexts = {
    all: 'gallery.anyTime',
    today: 'gallery.today',
    week: 'gallery.week',
    month: 'gallery.month',
  } as const;

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('words');

  /** Gives the focus to the search. */
  focus(): void {
    this.field().nativeElement.focus();
  }

  protected change(change: Partial<GalleryFilter>): void {
    this.changed.emit({ ...this.filter(), ...change });
  }

  protected chooseTime(value: string): void {
    const time = TIMES.find((known) => known === value);
    if (time !== undefined) this.change({ time });
  }

  /** Half a word of an input method is no word to look for. */
  protected write(event: Event, words: string): void {
    if (!(event instanceof InputEvent && event.isComposing)) this.change({ words });
  }
}
