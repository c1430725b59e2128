import { inject, Service } from '@angular/core';

import { DAYS_IN_TRASH } from '../../history/trash.ts';
import { MediaCache } from '../../media-cache/media-cache.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { Notices } from '../../notices/notices.ts';
import { jsonPreference } from '../../preferences/json-preference.ts';
import { fieldsOf } from '../../preferences/parse-json.ts';
import { addressesOf, type Work } from '../collect-works.ts';

const DAY = 24 * 60 * 60 * 1_000;

/** Works that were deleted from the gallery: out of sight, and brought back within thirty days. Their conversation keeps them. */
@Service()
export class RemovedWorks {
  private readonly mediaCache = inject(MediaCache);
  private readonly notices = inject(Notices);
  private readonly text = injectText();
  private readonly count = injectCountText();
  private readonly kept = jsonPreference('ask-kitten.removed-works', readTimes);
  private readonly times = this.kept.value;

  /** Whether a work was deleted, however long ago. Reactive. */
  has(id: string): boolean {
    return this.times().has(id);
  }

  /** When each was deleted, as another browser takes it over by {@link merge}. */
  list(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.times());
  }

  /** Takes over what another browser has deleted, whatever that wrote; works that are here stay as they are. */
  merge(given: unknown, here: ReadonlySet<string>): void {
    const fresh = [...readTimes(given)].filter(([id]) => !here.has(id));
    if (fresh.length > 0) this.write([...fresh, ...this.times()]);
  }

  /** Whether a work can still be brought back at a time, in milliseconds since the Unix epoch. Reactive. */
  canReturn(id: string, now: number): boolean {
    const at = this.times().get(id);
    return at !== undefined && now - at < DAYS_IN_TRASH * DAY;
  }

  /** Deletes works at a time, and offers to bring them back. */
  discard(ids: readonly string[], now: number): void {
    this.remove(ids, now);
    const run = (): void => this.restore(ids);
    this.notices.show(this.count('gallery.deleted', ids.length), { label: this.text('gallery.undo'), run });
  }

  /** Deletes works at a time. */
  remove(ids: readonly string[], now: number): void {
    this.write([...this.times(), ...ids.map((id) => [id, now] as const)]);
  }

  /** Brings works back. */
  restore(ids: readonly string[]): void {
    this.write([...this.times()].filter(([id]) => !ids.includes(id)));
  }

  /** Deletes this device's copies of what can't be brought back any more. */
  async clean(works: readonly Work[], now: number): Promise<void> {
    const gone = works.filter(({ id }) => this.has(id) && !this.canReturn(id, now));
    const saved = gone.flatMap(addressesOf).filter((address) => this.mediaCache.has(address));
    if (saved.length > 0) await this.mediaCache.remove(saved);
  }

  private write(times: readonly (readonly [string, number])[]): void {
    this.kept.set(Object.fromEntries(times));
  }
}

function readTimes(content: unknown): ReadonlyMap<string, number> {
  const entries = Object.entries(fieldsOf(content) ?? {});
  return new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}
