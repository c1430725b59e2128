import { inject, Service } from '@angular/core';

import { DEVICE_STORAGE, keepText, keptText, TAB_STORAGE } from '../../preferences/kept-text.ts';

const NAME = 'ask-kitten.draft';

/**
 * Keeps drafts over a reload: that of a conversation for all tabs, that of one which has not begun for its tab. A new
 * tab begins with what was last written in any, so that nothing is lost with a tab that is closed.
 */
@Service()
export class DraftStorage {
  private readonly shared = inject(DEVICE_STORAGE);
  private readonly own = inject(TAB_STORAGE);
  /** What this tab has written for all, of a conversation that has not begun. */
  private written: string | null = null;

  /** The draft of a conversation, or of the one that has not begun for null; null where there is none. */
  read(key: string | null): string | null {
    if (key !== null) return keptText(this.shared, nameOf(key));
    const own = keptText(this.own, NAME);
    const shared = keptText(this.shared, NAME);
    if (own === null || own === shared) this.written = shared;
    return own ?? shared;
  }

  /** Keeps a draft; null leaves none. */
  write(key: string | null, draft: string | null): void {
    if (key !== null) return keepText(this.shared, nameOf(key), draft);
    // An empty text says that the tab has none, and does not want that of another one after a reload.
    keepText(this.own, NAME, draft ?? '');
    if (draft === null && keptText(this.shared, NAME) !== this.written) return;
    this.written = draft;
    keepText(this.shared, NAME, draft);
  }
}

function nameOf(key: string): string {
  return `${NAME}.${key}`;
}
