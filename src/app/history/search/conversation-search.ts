import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { HistoryChannel } from '../history-channel.ts';
import { HISTORY_STORE } from '../store/history-token.ts';
import { loadHanForms } from '../../folding/han-forms.ts';
import type { Hit, SearchIndex } from './search-index.ts';

/** Searches all conversations. What it takes is loaded and read when somebody searches for the first time. */
@Service()
export class ConversationSearch {
  private readonly store = inject(HISTORY_STORE);
  private index: Promise<SearchIndex> | undefined;
  private updated: Promise<unknown> = Promise.resolve();
  private isStale = true;

  constructor() {
    inject(HistoryChannel)
      .changes$.pipe(takeUntilDestroyed())
      .subscribe(() => (this.isStale = true));
  }

  /** Resolves with the best hits first; rejects where the search could not be loaded. */
  async find(query: string): Promise<readonly Hit[]> {
    this.index ??= this.load();
    const index = await this.index;
    // One update after the other: each adds only what is new.
    const update = this.updated.then(() => this.update(index));
    this.updated = update.catch(() => undefined);
    await update;
    return index.find(query);
  }

  private async update(index: SearchIndex): Promise<void> {
    if (!this.isStale) return;
    this.isStale = false;
    try {
      await index.update(await this.store.everything());
    } catch (error) {
      // What could not be read is read the next time.
      this.isStale = true;
      throw error;
    }
  }

  private async load(): Promise<SearchIndex> {
    try {
      const [{ SearchIndex }] = await Promise.all([import('./search-index.ts'), loadHanForms()]);
      return new SearchIndex();
    } catch (error) {
      // The network may be back at the next letter.
      this.index = undefined;
      throw error;
    }
  }
}
