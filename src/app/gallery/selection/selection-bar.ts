import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import {
  mdiClose,
  mdiCompare,
  mdiDeleteOutline,
  mdiDownload,
  mdiFolderPlusOutline,
  mdiFolderRemoveOutline,
  mdiMovieOpenPlusOutline,
  mdiRestore,
  mdiSelectAll,
  mdiStarOutline,
} from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { Stars } from '../../media/actions/stars.ts';
import { Comparison } from '../../media/comparison/comparison.ts';
import { Notices } from '../../notices/notices.ts';
import { MENU_TRIGGER } from '../../overlays/menu-trigger.ts';
import type { Work } from '../collect-works.ts';
import { type Collection, Collections } from '../order/collections.ts';
import { RemovedWorks } from '../order/removed-works.ts';
import { injectViewerItem } from '../work-viewer-item.ts';
import { JoinWorks } from './join-works.ts';
import { SaveWorks } from './save-works.ts';
import { WorkSelection } from './work-selection.ts';

/** How many works are chosen, and what can be done with all of them. */
@Component({
  selector: 'kitten-selection-bar',
  imports: [Icon, Label, MatButton, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MENU_TRIGGER],
  templateUrl: './selection-bar.html',
  styleUrl: './selection-bar.scss',
  host: { role: 'toolbar', '[attr.aria-label]': "text('gallery.selection')" },
})
export class SelectionBar {
  private readonly stars = inject(Stars);
  private readonly saver = inject(SaveWorks);
  private readonly comparison = inject(Comparison);
  private readonly viewerItem = injectViewerItem();
  private readonly joiner = inject(JoinWorks);
  private readonly removed = inject(RemovedWorks);
  private readonly notices = inject(Notices);
  private readonly count = injectCountText();

  /** The works that can be chosen, as they stand in the page. */
  readonly works = input.required<readonly Work[]>();
  /** Whether these are those that were deleted. */
  readonly isTrash = input(false);
  /** The collection that is looked at, if any. */
  readonly collection = input<Collection>();
  /** A collection was made, and is wanted to be seen; emits its id. */
  readonly collected = output<string>();

  protected readonly selection = inject(WorkSelection);
  protected readonly collections = inject(Collections);
  protected readonly text = injectText();
  protected readonly icons = {
    all: mdiSelectAll,
    save: mdiDownload,
    compare: mdiCompare,
    join: mdiMovieOpenPlusOutline,
    star: mdiStarOutline,
    collect: mdiFolderPlusOutline,
    takeOut: mdiFolderRemoveOutline,
    remove: mdiDeleteOutline,
    restore: mdiRestore,
    close: mdiClose,
  };
  /** What was chosen and is hidden by another filter is not meant. */
  protected readonly chosen = computed(() => this.works().filter(({ id }) => this.selection.ids().has(id)));
  protected readonly isEmpty = computed(() => this.chosen().length === 0);
  private readonly clips = computed(() => this.chosen().filter(({ kind }) => kind === 'video'));
  protected readonly canJoin = computed(() => this.clips().length > 1);
  protected readonly label = computed(() => this.count('gallery.chosen', this.chosen().length));

  protected chooseAll(): void {
    this.selection.choose(this.works().map(({ id }) => id));
  }

  protected save(): void {
    void this.saver.save(this.chosen());
  }

  protected compare(): void {
    void this.comparison.open(this.chosen().map(this.viewerItem));
  }

  protected join(): void {
    void this.joiner.join(this.clips());
  }

  /** Where all of them have one, it is taken away. */
  protected star(): void {
    const ids = this.ids();
    const missing = ids.filter((id) => !this.stars.ids().has(id));
    for (const id of missing.length === 0 ? ids : missing) this.stars.toggle(id);
  }

  protected collect(collection: Collection): void {
    this.collections.add(collection.id, this.ids());
    this.selection.end();
    this.notices.show(this.text('gallery.addedTo', { name: collection.name }));
  }

  protected collectAnew(): void {
    const name = this.text('gallery.newName', { number: this.collections.list().length + 1 });
    this.collected.emit(this.collections.create(name, this.ids()));
    this.selection.end();
  }

  protected takeOut({ id }: Collection): void {
    this.collections.remove(id, this.ids());
    this.selection.end();
  }

  protected remove(): void {
    this.removed.discard(this.ids(), Date.now());
    this.selection.end();
  }

  protected restore(): void {
    this.removed.restore(this.ids());
    this.selection.end();
  }

  private ids(): readonly string[] {
    return this.chosen().map(({ id }) => id);
  }
}
