import { afterNextRender, Component, computed, DestroyRef, effect, ElementRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { mdiCheckboxMultipleMarkedOutline } from '@mdi/js';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { debounceTime, filter as onlyIf, fromEvent, map, merge, skip, startWith, Subject } from 'rxjs';

import { CurrentConversation } from '../history/current-conversation.ts';
import { DAYS_IN_TRASH } from '../history/trash.ts';
import { injectCountText, injectText } from '../language/text.ts';
import { loadHanForms } from '../folding/han-forms.ts';
import { Stars } from '../media/actions/stars.ts';
import { Viewer } from '../media/viewer/viewer.ts';
import { MediaCache } from '../media-cache/media-cache.ts';
import { Icon } from '../icon/icon.ts';
import { closeOnBack } from '../overlays/close-on-back.ts';
import { EVERYTHING, filterWorks, fromQuery, type GalleryFilter, toQuery } from './gallery-filter.ts';
import { GalleryFilters } from './gallery-filters.ts';
import { Notices } from '../notices/notices.ts';
import { type Collection, Collections } from './order/collections.ts';
import { RemovedWorks } from './order/removed-works.ts';
import { SelectionBar } from './selection/selection-bar.ts';
import { WorkSelection } from './selection/work-selection.ts';
import { injectWorkNames } from './work-caption.ts';
import { injectViewerItem } from './work-viewer-item.ts';
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
  imports: [GalleryFilters, Icon, MatButton, RouterLink, SelectionBar, WorkGrid, WorkMenu],
  templateUrl: './gallery.html',
  styleUrl: './gallery.scss',
})
export class Gallery {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly viewer = inject(Viewer);
  private readonly viewerItem = injectViewerItem();
  private readonly names = injectWorkNames();
  private readonly stars = inject(Stars);
  private readonly countText = injectCountText();
  private readonly wanted = new Subject<GalleryFilter>();

  protected readonly scroller = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly text = injectText();
  protected readonly chat = inject(CurrentConversation).path;
  private readonly notices = inject(Notices);
  private readonly removed = inject(RemovedWorks);
  private readonly made = toSignal(inject(Works).works$);
  protected readonly collections = inject(Collections);
  protected readonly selection = inject(WorkSelection);
  protected readonly selectIcon = mdiCheckboxMultipleMarkedOutline;
  protected readonly days = DAYS_IN_TRASH;
  /** Whether the page shows what was deleted. */
  protected readonly isTrash = signal(false);
  /** All but those that were deleted; undefined while the history is read. */
  protected readonly works = computed(() => this.made()?.filter(({ id }) => !this.removed.has(id)));
  /** What was deleted and can be brought back. */
  protected readonly returnable = computed(
    () => this.made()?.filter(({ id }) => this.removed.canReturn(id, Date.now())) ?? [],
  );
  protected readonly collection = computed(() =>
    this.isTrash() ? undefined : this.collections.find(this.filter().collection),
  );
  protected readonly filter = signal(fromQuery((name) => this.route.snapshot.queryParamMap.get(name)));
  protected readonly chosen = computed(() => {
    if (this.isTrash()) return this.returnable();
    const marks = {
      starred: this.stars.ids(),
      collected: new Set(this.collection()?.works),
      wordsOf: this.names.wordsOf,
    };
    return filterWorks(this.works() ?? [], this.filter(), Date.now(), marks);
  });
  protected readonly count = computed(() => this.countText('gallery.count', this.chosen().length));
  protected readonly isOffline = toSignal(
    merge(fromEvent(window, 'online'), fromEvent(window, 'offline')).pipe(
      startWith(null),
      map(() => !navigator.onLine),
    ),
    { requireSync: true },
  );

  constructor() {
    closeOnBack(this.isTrash, () => this.showTrash(null));
    closeOnBack(this.selection.isOn, () => this.selection.end());
    inject(DestroyRef).onDestroy(() => this.selection.end());
    effect(() => void this.removed.clean(this.made() ?? [], Date.now()));
    // Without them words are found as they are written.
    effect(() => void (this.filter().words !== '' && loadHanForms().catch(() => undefined)));
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

  protected showTrash(isShown: true | null): void {
    this.selection.end();
    this.isTrash.set(isShown === true);
    this.scroller.scrollTop = 0;
  }

  protected showCollection(collection: string): void {
    this.choose({ ...EVERYTHING, collection });
  }

  /** Its works stay; it can be made again as it was. */
  protected dissolve({ id, name }: Collection): void {
    const run = this.collections.dissolve(id);
    this.chooseEverything();
    this.notices.show(this.text('gallery.dissolved', { name }), { label: this.text('gallery.undo'), run });
  }

  protected openViewer({ id }: Work): void {
    void this.viewer.openAt(this.chosen().map(this.viewerItem), id);
  }
}
