import { BehaviorSubject, filter, type Observable, Subject, switchMap } from 'rxjs';

import type { Delivery, OutboxEntry, Prompt } from './outbox-entry.ts';
import type { Stored } from './outbox-store.ts';

/** Prompts in the order of sending, and what became of the newest of those that are done with. */
export class OutboxQueue {
  readonly #known = new Map<string, OutboxEntry>();
  readonly #unansweredIds = new Set<string>();
  readonly #created = new Subject<OutboxEntry>();
  #waiting: readonly OutboxEntry[] = [];

  /** The ids of prompts that are still on their way. */
  readonly unanswered: ReadonlySet<string> = this.#unansweredIds;

  /** What is still on its way, in the order of sending. */
  get pending(): readonly OutboxEntry[] {
    return this.#waiting;
  }

  /** What has been written to the socket that is open, and not been answered yet. */
  get underWay(): OutboxEntry | undefined {
    return this.#waiting.find(isUnderWay);
  }

  /** What is to be sent next by this page to a server. */
  nextFor(endpoint: string | undefined): OutboxEntry | undefined {
    return this.#waiting.find((entry) => !entry.isReleased && entry.endpoint === endpoint);
  }

  /** How much is on its way to a server, or to none yet. */
  countFor(endpoint: string | undefined): number {
    return this.#waiting.filter((entry) => !isForAnother(entry, endpoint)).length;
  }

  /** A prompt that is remembered, whether it is still on its way or not. */
  get(id: string | undefined): OutboxEntry | undefined {
    return id === undefined ? undefined : this.#known.get(id);
  }

  /** A prompt that is still on its way. */
  findPending(id: string | undefined): OutboxEntry | undefined {
    return this.#waiting.find(({ prompt }) => prompt.id === id);
  }

  /** Makes an entry for a prompt to a server, which has no place in the order yet. */
  create(prompt: Prompt, endpoint: string | undefined): OutboxEntry {
    const entry = newEntry(prompt, endpoint);
    this.#known.set(prompt.id, entry);
    this.#unansweredIds.add(prompt.id);
    this.#created.next(entry);
    return entry;
  }

  /** How far a prompt has come; where it is not known yet, once it is. Hot; replays; never errors or completes. */
  deliveryOf(id: string): Observable<Delivery> {
    const known = this.#known.get(id)?.delivery.asObservable();
    return (
      known ??
      this.#created.pipe(
        filter(({ prompt }) => prompt.id === id),
        switchMap(({ delivery }) => delivery),
      )
    );
  }

  /** Adds an entry behind all others. */
  append(entry: OutboxEntry): void {
    this.#waiting = [...this.#waiting, entry];
  }

  /** Adds entries of earlier pages: they are older than all that this page has sent, but for what is under way already. */
  prepend(entries: readonly OutboxEntry[]): void {
    const waiting = this.#waiting;
    this.#waiting = [...waiting.filter(isUnderWay), ...entries, ...waiting.filter((entry) => !isUnderWay(entry))];
  }

  /** The backend has another server from now on: prompts without a server go to it, those of other servers wait for these. */
  moveTo(endpoint: string): void {
    for (const entry of this.#waiting) {
      entry.endpoint ??= endpoint;
      const isElsewhere = isForAnother(entry, endpoint);
      if (isElsewhere) entry.delivery.next({ state: 'queued', endpoint: entry.endpoint });
      else if (isShownElsewhere(entry)) entry.delivery.next({ state: 'queued' });
    }
  }

  /** What the store has handed back is this page's to send again. */
  reclaim(stored: readonly Stored[]): void {
    for (const { message } of stored) {
      const entry = message.type !== 'cancel' ? this.#known.get(message.id) : undefined;
      if (entry !== undefined) entry.isReleased = false;
    }
  }

  /** What was under way waits again. */
  requeue(): void {
    for (const { delivery } of this.#waiting) {
      if (delivery.value.state === 'sent') delivery.next({ state: 'queued' });
    }
  }

  /** Removes an entry that is done with. */
  remove(entry: OutboxEntry): void {
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    this.#unansweredIds.delete(entry.prompt.id);
    forgetOldest(this.#known, this.#waiting);
  }
}

/** A prompt that waits for its turn. */
function newEntry(prompt: Prompt, endpoint: string | undefined): OutboxEntry {
  const delivery = new BehaviorSubject<Delivery>({ state: 'queued' });
  const state = { wasWritten: false, isRestored: false, isReleased: false, isUnwanted: false };
  return { prompt, delivery, endpoint, stored: 'not yet', ...state };
}

/** Prompts whose end is remembered; older ones are forgotten. */
const REMEMBERED = 1_000;

/** A page that is open for weeks must not grow by what it has sent: of what is on its way no more, the newest stay. */
function forgetOldest(entries: Map<string, OutboxEntry>, pending: readonly OutboxEntry[]): void {
  for (const [id, entry] of entries) {
    if (entries.size - pending.length <= REMEMBERED) return;
    if (!pending.includes(entry)) entries.delete(id);
  }
}

/** Whether an entry is for another server than this one. */
export function isForAnother(entry: OutboxEntry, endpoint: string | undefined): boolean {
  return entry.endpoint !== undefined && entry.endpoint !== endpoint;
}

function isShownElsewhere({ delivery: { value } }: OutboxEntry): boolean {
  return value.state === 'queued' && value.endpoint !== undefined;
}

/** Whether an entry has been written to the socket that is open, and not been answered yet. */
function isUnderWay({ delivery }: OutboxEntry): boolean {
  return delivery.value.state === 'sent';
}
