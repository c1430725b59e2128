import { Service } from '@angular/core';

import { newId } from '../../history/new-id.ts';
import { jsonPreference } from '../../preferences/json-preference.ts';

/** Works that a person has put together. */
export interface Collection {
  readonly id: string;
  readonly name: string;
  /** The `id`s of their messages. */
  readonly works: readonly string[];
}

/** The collections of this browser, in the order in which they were made. */
@Service()
export class Collections {
  private readonly kept = jsonPreference('ask-kitten.collections', readCollections);

  /** All of them. */
  readonly list = this.kept.value;

  /** One by its id. */
  find(id: string): Collection | undefined {
    return this.list().find((collection) => collection.id === id);
  }

  /** Makes one of some works; returns its id. */
  create(name: string, works: readonly string[]): string {
    const id = newId();
    this.write([...this.list(), { id, name, works }]);
    return id;
  }

  /** Puts works into one, each once. */
  add(id: string, works: readonly string[]): void {
    this.change(id, (collection) => ({ ...collection, works: [...new Set([...collection.works, ...works])] }));
  }

  /** Takes collections in that come from elsewhere, whatever that wrote; of one that is here too, works are put in. */
  merge(given: unknown): void {
    for (const { id, name, works } of readCollections(given)) {
      if (this.find(id) === undefined) this.write([...this.list(), { id, name, works }]);
      else this.add(id, works);
    }
  }

  /** Takes works out of one. */
  remove(id: string, works: readonly string[]): void {
    this.change(id, (collection) => ({
      ...collection,
      works: collection.works.filter((work) => !works.includes(work)),
    }));
  }

  /** Gives one another name; an empty one changes nothing. */
  rename(id: string, name: string): void {
    if (name.trim() !== '') this.change(id, (collection) => ({ ...collection, name: name.trim() }));
  }

  /** Lets go of one; its works stay where they are. Returns what puts it back among those that there are then. */
  dissolve(id: string): () => void {
    const place = this.list().findIndex((collection) => collection.id === id);
    const collection = this.list()[place];
    if (collection === undefined) return () => undefined;
    this.write(this.list().toSpliced(place, 1));
    return () => {
      if (this.find(id) === undefined) this.write(this.list().toSpliced(place, 0, collection));
    };
  }

  private change(id: string, changed: (collection: Collection) => Collection): void {
    this.write(this.list().map((collection) => (collection.id === id ? changed(collection) : collection)));
  }

  private write(collections: readonly Collection[]): void {
    this.kept.set(collections);
  }
}

function readCollections(list: unknown): readonly Collection[] {
  return Array.isArray(list) ? list.filter(isCollection) : [];
}

function isCollection(value: unknown): value is Collection {
  const { id, name, works } = (value ?? {}) as Partial<Record<keyof Collection, unknown>>;
  return typeof id === 'string' && typeof name === 'string' && Array.isArray(works);
}
