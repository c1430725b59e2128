import { afterNextRender, Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { debounceTime, filter as onlyIf, fromEvent, map, merge, skip, startWith, Subject } from 'rxjs';

import { CurrentConversation } from '../history/current-conversation.ts';
import { injectCountText, injectText } from '../language/text.ts';
import { Stars } from '../media/actions/stars.ts';
import { Viewer } from '../media/viewer/viewer.ts';
import type { ViewerItem } from '../media/viewer/viewer-item.ts';
import { MediaCache } from '../media-cache/media-cache.ts';
import { injectShortcut } from '../shortcuts/shortcuts.ts';
import { EVERYTHING, filterWorks, fromQuery, type GalleryFilter, toQuery } from './gallery-filter.ts';
import { GalleryFilters } from './gallery-filters.ts';
import { captionOf } from './work-caption.ts';
import { WorkGrid } from './work-grid.ts';
import { WorkMenu } from './work-menu.ts';
import { Works } from './works.ts';
import type { Work } from './collect-works.ts';

/** The address follows the person's typing after so long, in milliseconds. */
const TYPING = 250;

/** Marks that the address follows what was chosen here. */
const FOLLOWS = 'gallery-filter';

/** The page 作品: everything that was made, newest first. */
@Component({
  selector: 'kitten-gallery',
  imports: [GalleryFilters, MatButton, RouterLink, WorkGrid, WorkMenu],
  templateUrl: './gallery.html',
  styleUrl: './gallery.scss',
})
export class Gallery {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly viewer = inject(Viewer);
  private readonly stars = inject(Stars);
  private readonly countText = injectCountText();
  private readonly filters = viewChild(GalleryFilters);
  private readonly wanted = new Subject<GalleryFilter>();

  protected readonly scroller = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly text = injectText();
  protected readonly chat = inject(CurrentConversation).path;
  protected readonly works = toSignal(inject(Works).works$);
  protected readonly filter = signal(fromQuery((name) => this.route.snapshot.queryParamMap.get(name)));
  protected readonly chosen = computed(() =>
    filterWorks(this.works() ?? [], this.filter(), Date.now(), this.stars.ids()),
  );
  protected readonly count = computed(() => this.countText('gallery.count', this.chosen().length));
  protected readonly isOffline = toSignal(
    merge(fromEvent(window, 'online'), fromEvent(window, 'offline')).pipe(
      startWith(null),
      map(() => !navigator.onLine),
    ),
    { requireSync: true },
  );

  constructor() {
    injectShortcut({ keys: ['/'], description: 'gallery.focusSearch', run: () => this.filters()?.focus() });
    void inject(MediaCache).refresh();
    afterNextRender(() => void this.viewer.prepare());
    this.wanted.pipe(debounceTime(TYPING), takeUntilDestroyed()).subscribe((filter) => {
      const queryParams = toQuery(filter);
      void this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl: true, info: FOLLOWS });
    });
    // What was typed in the meantime is not undone by the address that follows it.
    this.route.queryParamMap
      .pipe(
        skip(1),
        onlyIf(() => this.router.currentNavigation()?.extras.info !== FOLLOWS),
        takeUntilDestroyed(),
      )
      .subscribe((query) => this.choose(fromQuery((name) => query.get(name))));
  }

  protected choose(filter: GalleryFilter): void {
    this.filter.set(filter);
    this.wanted.next(filter);
    this.scroller.scrollTop = 0;
  }

  protected chooseEverything(): void {
    this.choose(EVERYTHING);
  }

  protected openViewer({ id }: Work): void {
    const items = this.chosen().map((work): ViewerItem => ({ ...work, caption: captionOf(work, this.text) }));
    void this.viewer.openAt(items, id);
  }
}
