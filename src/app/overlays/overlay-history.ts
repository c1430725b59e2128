import { Location } from '@angular/common';
import { DestroyRef, inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, ResolveEnd, Router } from '@angular/router';
import { filter, startWith, take } from 'rxjs';

/** Marks the entry of the browser's history that stands for an overlay. */
const MARK = 'kittenOverlay';

/** Something that lies over the page. */
interface Overlay {
  readonly number: number;
  readonly close: () => void;
}

/**
 * Has Back close what lies over the page, as people expect of a phone: an overlay has an entry of its own in the browser's
 * history. Who closes it in another way leaves no entry behind that would be noticed, and neither does a link in it, or a reload.
 */
@Service()
export class OverlayHistory {
  private readonly location = inject(Location);
  private readonly router = inject(Router);
  private overlays: readonly Overlay[] = [];
  /** No page that was loaded before has numbered one of its own so. */
  private count = Date.now();
  /** Whether an entry is being left; the browser says when it has been. */
  private isLeaving = false;
  /** The address of the entry that is shown, where that is kept for a page to come: Back goes past it. */
  private kept: string | undefined;

  constructor() {
    const subscription = this.location.subscribe(() => this.arrive());
    inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
    this.router.events
      .pipe(
        filter((event) => event instanceof ResolveEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.replaceEntry());
    // What lay over the page before it was loaded again does so no more.
    this.router.events
      .pipe(
        startWith(null),
        filter((event) => event instanceof NavigationEnd || this.router.navigated),
        take(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.leaveIfOver());
  }

  /**
   * Something lies over the page, and Back closes it by `close`. Returns what is to be called once it is closed, in
   * whichever way.
   */
  add(close: () => void): () => void {
    const overlay = this.open(close);
    return () => this.remove(overlay);
  }

  /**
   * The same for a menu whose choices lead to another page, at once or after a moment. Once something is `chosen`, its entry is
   * kept for that page: the browser takes a moment to leave one, and that would end the way there. If no page comes, Back goes
   * past the entry.
   */
  addBeforePage(close: () => void): Readonly<Record<'closed' | 'chosen', () => void>> {
    const overlay = this.open(close);
    return {
      closed: () => this.remove(overlay),
      chosen: () => {
        this.overlays = this.overlays.filter((other) => other !== overlay);
        if (this.markOfEntry() === overlay.number) this.kept = this.location.path(true);
      },
    };
  }

  private open(close: () => void): Overlay {
    this.count += 1;
    const overlay: Overlay = { number: this.count, close };
    this.overlays = [...this.overlays, overlay];
    // While an entry is being left, the browser would leave this one's instead.
    if (!this.isLeaving) this.enter(overlay);
    return overlay;
  }

  private enter({ number }: Overlay): void {
    this.kept = undefined;
    const [path, state] = [this.location.path(true), { ...this.stateOfEntry(), [MARK]: number }];
    // An entry whose overlay is closed is about to go: it can as well stand for this one.
    if (this.isOver()) this.location.replaceState(path, '', state);
    else this.location.go(path, '', state);
  }

  /** The browser shows another entry: by Back or Forward, or because one was left. */
  private arrive(): void {
    const [mark, hasLeft] = [this.markOfEntry(), this.isLeaving];
    this.isLeaving = false;
    if (!hasLeft) this.closeAbove(mark);
    if (this.isOver()) return this.leave();
    const index = this.overlays.findIndex(({ number }) => number === mark);
    const hasKept = this.kept === this.location.path(true);
    this.kept = undefined;
    for (const overlay of this.overlays.slice(index + 1)) this.enter(overlay);
    // What the person saw of the history is this page: what they mean is before it.
    if (hasKept) this.location.back();
  }

  private remove(overlay: Overlay): void {
    if (!this.overlays.includes(overlay)) return;
    this.overlays = this.overlays.filter((other) => other !== overlay);
    // After a link that has closed it has begun to lead elsewhere: that takes the entry's place.
    setTimeout(() => {
      if (this.markOfEntry() === overlay.number && this.router.currentNavigation() === null) this.leaveIfOver();
    });
  }

  private leaveIfOver(): void {
    if (this.isOver() && !this.isLeaving) this.leave();
  }

  private leave(): void {
    this.isLeaving = true;
    this.location.back();
  }

  /** Whether the entry stands for what lies over the page no more. */
  private isOver(): boolean {
    const mark = this.markOfEntry();
    return mark !== undefined && !this.overlays.some(({ number }) => number === mark);
  }

  private closeAbove(mark: number | undefined): void {
    const index = this.overlays.findIndex(({ number }) => number === mark);
    const above = this.overlays.slice(index + 1);
    this.overlays = this.overlays.slice(0, index + 1);
    for (const { close } of above.toReversed()) close();
  }

  private replaceEntry(): void {
    this.kept = undefined;
    const navigation = this.router.currentNavigation();
    if (navigation?.trigger === 'imperative' && this.markOfEntry() !== undefined) navigation.extras.replaceUrl = true;
  }

  private markOfEntry(): number | undefined {
    return this.stateOfEntry()[MARK];
  }

  private stateOfEntry(): { readonly [MARK]?: number } {
    const state = this.location.getState() as { readonly [MARK]?: number } | null;
    return state ?? {};
  }
}
