import { DOCUMENT, inject, InjectionToken } from '@angular/core';

import { injectText } from '../../language/text.ts';
import { Notices } from '../../notices/notices.ts';
import type { HistoryStore } from './history-store.ts';
import { IndexedDbHistoryStore } from './indexed-db-history-store.ts';
import { FallbackHistoryStore } from './fallback-history-store.ts';

/**
 * Where the application saves what was said. Its methods do not reject: what can't be saved stays as long as the page.
 */
export const HISTORY_STORE = new InjectionToken<HistoryStore>('HISTORY_STORE', {
  factory: () => {
    const notices = inject(Notices);
    const text = injectText();
    const { defaultView } = inject(DOCUMENT);
    // The next page begins with nothing, and so reads all that the server still has.
    const fetchAgain = { label: text('history.fetchAgain'), run: () => defaultView?.location.reload() };
    const store = new IndexedDbHistoryStore({ onWiped: () => notices.show(text('history.wiped'), fetchAgain) });
    return new FallbackHistoryStore(store, () => notices.show(text('history.notKept')));
  },
});
