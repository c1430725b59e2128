import { inject, InjectionToken, Service } from '@angular/core';

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where drafts outlive their tab; behind a function: where storage is blocked, even naming it throws. */
export const DRAFT_STORAGE = new InjectionToken<() => Place>('DRAFT_STORAGE', {
  factory: () => () => globalThis.localStorage,
});

/** Where a tab keeps over a reload what no other is to have. */
export const TAB_STORAGE = new InjectionToken<() => Place>('TAB_STORAGE', {
  factory: () => () => globalThis.sessionStorage,
});

const NAME = 'ask-kitten.draft';

/**
 * Keeps drafts over a reload: that of a conversation for all tabs, that of one which has not begun for its tab. A new
 * tab begins with what was last written in any, so that nothing is lost with a tab that is closed.
 */
@Service()
export class DraftStorage {
  private readonly shared = inject(DRAFT_STORAGE);
  private readonly own = inject(TAB_STORAGE);
  /** What this tab has written for all, of a conversation that has not begun. */
  private written: string | null = null;

  /** The draft of a conversation, or of the one that has not begun for null; null where there is none. */
  read(key: string | null): string | null {
    if (key !== null) return get(this.shared, nameOf(key));
    const own = get(this.own, NAME);
    const shared = get(this.shared, NAME);
    if (own === null || own === shared) this.written = shared;
    return own ?? shared;
  }

  /** Keeps a draft; null leaves none. */
  write(key: string | null, draft: string | null): void {
    if (key !== null) return set(this.shared, nameOf(key), draft);
    // An empty text says that the tab has none, and does not want that of another one after a reload.
    set(this.own, NAME, draft ?? '');
    if (draft === null && get(this.shared, NAME) !== this.written) return;
    this.written = draft;
    set(this.shared, NAME, draft);
  }
}

function nameOf(key: string): string {
  return `${NAME}.${key}`;
}

function get(place: () => Place, name: string): string | null {
  try {
    return place().getItem(name);
  } catch {
    return null;
  }
}

function set(place: () => Place, name: string, text: string | null): void {
  try {
    if (text === null) place().removeItem(name);
    else place().setItem(name, text);
  } catch {
    // Blocked or full: the draft lives as long as the page.
  }
}
