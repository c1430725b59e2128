import { computed, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationStart, Router } from '@angular/router';
import { filter } from 'rxjs';

import { closeOnBack } from '../../overlays/close-on-back.ts';
import { preference } from '../../preferences/preference.ts';
import { mediaQuery } from '../media-query.ts';

/** From which width on the panel has a place beside the page. */
const WIDE = '(width >= 1000px)';

/** Whether the side panel is to be seen: beside the page where there is room, which is remembered, and else over it. */
@Service()
export class SidePanelState {
  private readonly isWide = mediaQuery(WIDE);
  private readonly isDrawn = signal(false);
  private readonly choice = preference<'open' | 'closed'>({
    key: 'ask-kitten.panel',
    initial: 'open',
    accepts: (value) => value === 'open' || value === 'closed',
  });

  /** Whether it is there. */
  readonly isOpen = computed(() => (this.isWide() ? this.choice.value() === 'open' : this.isDrawn()));
  /** Whether it covers the page, which is out of reach meanwhile. */
  readonly isModal = computed(() => !this.isWide() && this.isDrawn());

  constructor() {
    const router = inject(Router);
    closeOnBack(this.isModal, () => this.uncover());
    router.events
      .pipe(
        // An address that is replaced leads nobody away: what was deleted in the panel can be brought back there.
        filter((event) => event instanceof NavigationStart && router.currentNavigation()?.extras.replaceUrl !== true),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.uncover());
  }

  /** Opens it where it is closed, and closes it where it is open. */
  toggle(): void {
    if (this.isWide()) this.choice.set(this.choice.value() === 'open' ? 'closed' : 'open');
    else this.isDrawn.update((isDrawn) => !isDrawn);
  }

  /** Takes it away where it covers the page. */
  uncover(): void {
    this.isDrawn.set(false);
  }
}
