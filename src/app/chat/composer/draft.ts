import { effect, inject, InjectionToken, Service, signal } from '@angular/core';

/** Where the text that is being written outlives a reload; behind a function: where storage is blocked, even naming it throws. */
export const DRAFT_STORAGE = new InjectionToken<() => Pick<Storage, 'getItem' | 'setItem'>>('DRAFT_STORAGE', {
  factory: () => () => globalThis.sessionStorage,
});

const DRAFT_KEY = 'ask-kitten.draft';

/** The text that is being written; it outlives a visit to another page, and a reload of this window. */
@Service()
export class Draft {
  private readonly storage = inject(DRAFT_STORAGE);

  /** The text so far. */
  readonly text = signal(this.kept());

  constructor() {
    effect(() => this.keep(this.text()));
  }

  private kept(): string {
    try {
      return this.storage().getItem(DRAFT_KEY) ?? '';
    } catch {
      return '';
    }
  }

  private keep(text: string): void {
    try {
      this.storage().setItem(DRAFT_KEY, text);
    } catch {
      // Blocked or full: the text lives as long as the page.
    }
  }
}
