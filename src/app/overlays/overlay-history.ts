import { Location } from '@angular/common';
import { DestroyRef, inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ResolveEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** Marks the entry of the browser's history that stands for an overlay. */
const MARK = 'kittenOverlay';

/** Something that lies over the page. */
interface Overlay {
  readonly number: number;
  readonly close: () => void;
}

/**
 * Has Back close what lies over the page, as people expect of a phone: an overlay has an entry of its own in the browser's
 * history. Who closes it in another way leaves no entry behind, and neither does a link in it.
 */
@Service()
export class OverlayHistory {
  private readonly location = inject(Location);
  private readonly router = inject(Router);
  private overlays: readonly Overlay[] = [];
  private count = 0;

  constructor() {
    const subscription = this.location.subscribe(() => this.closeAbove(this.markOfEntry()));
    inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
    this.router.events
      .pipe(
        filter((event) => event instanceof ResolveEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.replaceEntry());
  }

  /**
   * Something lies over the page, and Back closes it by `close`. Returns what is to be called once it is closed, in
   * whichever way.
   */
  add(close: () => void): () => void {
    this.count += 1;
    const overlay: Overlay = { number: this.count, close };
    // An entry whose overlay is closed is about to go: it can as well stand for this one.
    const isLeftOver =
      this.markOfEntry() !== undefined && !this.overlays.some(({ number }) => number === this.markOfEntry());
    this.overlays = [...this.overlays, overlay];
    const [path, state] = [this.location.path(true), { ...this.stateOfEntry(), [MARK]: overlay.number }];
    if (isLeftOver) this.location.replaceState(path, '', state);
    else this.location.go(path, '', state);
    return () => this.remove(overlay);
  }

  private remove(overlay: Overlay): void {
    if (!this.overlays.includes(overlay)) return;
    this.overlays = this.overlays.filter((other) => other !== overlay);
    // After a link that has closed it has begun to lead elsewhere: that takes the entry's place.
    setTimeout(() => {
      if (this.markOfEntry() === overlay.number && this.router.currentNavigation() === null) this.location.back();
    });
  }

  private closeAbove(mark: number | undefined): void {
    const index = this.overlays.findIndex(({ number }) => number === mark);
    const above = this.overlays.slice(index + 1);
    this.overlays = this.overlays.slice(0, index + 1);
    for (const { close } of above.toReversed()) close();
  }

  private replaceEntry(): void {
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
