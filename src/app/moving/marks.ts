import { inject, Service } from '@angular/core';

import { Collections } from '../gallery/order/collections.ts';
import { RemovedWorks } from '../gallery/order/removed-works.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import { Stars } from '../media/actions/stars.ts';
import { fieldsOf, parseJson } from '../preferences/parse-json.ts';

/** What a person has marked among the works, as it moves to another browser: stars, collections, and what was deleted. */
@Service()
export class Marks {
  private readonly stars = inject(Stars);
  private readonly collections = inject(Collections);
  private readonly removed = inject(RemovedWorks);
  private readonly store = inject(HISTORY_STORE);

  /** All of it, as JSON. */
  write(): string {
    const [stars, collections, removed] = [[...this.stars.ids()], this.collections.list(), this.removed.list()];
    return JSON.stringify({ version: 1, stars, collections, removed }, null, 2);
  }

  /** Adds what another browser has written to what is here, before its conversations come. */
  async merge(json: string): Promise<void> {
    const { version, stars, collections, removed } = fieldsOf(parseJson(json)) ?? {};
    if (version !== 1) return;
    if (Array.isArray(stars)) this.stars.add(stars.filter((id) => typeof id === 'string'));
    this.collections.merge(collections);
    this.removed.merge(removed, new Set((await this.store.media()).map(({ message }) => message.id)));
  }
}
