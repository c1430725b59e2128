import { inject, Service } from '@angular/core';

import { Collections } from '../gallery/order/collections.ts';
import { Stars } from '../media/actions/stars.ts';
import { fieldsOf, parseJson } from '../preferences/parse-json.ts';

/** What a person has marked among the works, as it moves to another browser: stars, and collections. */
@Service()
export class Marks {
  private readonly stars = inject(Stars);
  private readonly collections = inject(Collections);

  /** All of it, as JSON. */
  write(): string {
    return JSON.stringify({ version: 1, stars: [...this.stars.ids()], collections: this.collections.list() }, null, 2);
  }

  /** Adds what another browser has written to what is here. */
  merge(json: string): void {
    const { version, stars, collections } = fieldsOf(parseJson(json)) ?? {};
    if (version !== 1) return;
    if (Array.isArray(stars)) this.stars.add(stars.filter((id) => typeof id === 'string'));
    this.collections.merge(collections);
  }
}
