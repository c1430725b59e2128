import { inject, InjectionToken, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { PAGE_HIDDEN } from './page-visibility.ts';

const LOCK = 'ask-kitten.looked-at';

/** The browser's locks; undefined at addresses where there are none. */
export const LOCKS = new InjectionToken<LockManager | undefined>('LOCKS', { factory: () => navigator.locks });

/**
 * Knows whether people look at the application in any window of the browser. Each window that is seen shares a lock,
 * which the browser takes back also from one that has crashed.
 */
@Service()
export class OpenWindows {
  private readonly locks = inject(LOCKS);
  private release: () => void = () => undefined;

  constructor() {
    inject(PAGE_HIDDEN)
      .pipe(takeUntilDestroyed())
      .subscribe((isHidden) => {
        this.release();
        if (!isHidden) this.hold();
      });
  }

  /** Whether one of them is seen now. False where the browser can't tell. */
  async isSeen(): Promise<boolean> {
    const held = (await this.locks?.query().catch(() => undefined))?.held;
    return held?.some(({ name }) => name === LOCK) ?? false;
  }

  private hold(): void {
    const released = new Promise<void>((resolve) => (this.release = resolve));
    this.locks?.request(LOCK, { mode: 'shared' }, () => released).catch(() => undefined);
  }
}
