import { BehaviorSubject } from 'rxjs';

import type { PromptMessage } from '../../protocol/index.ts';
import type { Delivery, OutboxEntry } from './outbox-entry.ts';

/** Prompts in the order of sending, and what became of the newest of those that are done with. */
export class OutboxQueue {
  private readonly known = new Map<string, OutboxEntry>();
  private readonly unansweredIds = new Set<string>();
  private waiting: readonly OutboxEntry[] = [];

  /** The ids of prompts that are still on their way. */
  readonly unanswered: ReadonlySet<string> = this.unansweredIds;

  /** What is still on its way, in the order of sending. */
  get pending(): readonly OutboxEntry[] {
    return this.waiting;
  }

  /** What has been written to the socket that is open, and not been answered yet. */
  get underWay(): OutboxEntry | undefined {
    return this.waiting.find(isUnderWay);
  }

  /** What is to be sent next by this page. */
  get next(): OutboxEntry | undefined {
    return this.waiting.find(({ isHandedOver }) => !isHandedOver);
  }

  /** A prompt that is remembered, whether it is still on its way or not. */
  get(id: string | undefined): OutboxEntry | undefined {
    return id === undefined ? undefined : this.known.get(id);
  }

  /** A prompt that is still on its way. */
  findPending(id: string | undefined): OutboxEntry | undefined {
    return this.waiting.find(({ prompt }) => prompt.id === id);
  }

  /** Makes an entry for a prompt, which has no place in the order yet. */
  create(prompt: PromptMessage): OutboxEntry {
    const entry = newEntry(prompt);
    this.known.set(prompt.id, entry);
    this.unansweredIds.add(prompt.id);
    return entry;
  }

  /** Adds an entry behind all others. */
  append(entry: OutboxEntry): void {
    this.waiting = [...this.waiting, entry];
  }

  /** Adds entries of earlier pages: they are older than all that this page has sent, but for what is under way already. */
  prepend(entries: readonly OutboxEntry[]): void {
    const { waiting } = this;
    this.waiting = [...waiting.filter(isUnderWay), ...entries, ...waiting.filter((entry) => !isUnderWay(entry))];
  }

  /** What was under way waits again. */
  requeue(): void {
    for (const { delivery } of this.waiting) {
      if (delivery.value.state === 'sent') delivery.next({ state: 'queued' });
    }
  }

  /** Removes an entry that is done with. */
  remove(entry: OutboxEntry): void {
    this.waiting = this.waiting.filter((other) => other !== entry);
    this.unansweredIds.delete(entry.prompt.id);
    forgetOldest(this.known, this.waiting);
  }
}

/** A prompt that waits for its turn. */
function newEntry(prompt: PromptMessage): OutboxEntry {
  const delivery = new BehaviorSubject<Delivery>({ state: 'queued' });
  return { prompt, delivery, wasWritten: false, isRestored: false, isHandedOver: false, isUnwanted: false };
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

/** Whether an entry has been written to the socket that is open, and not been answered yet. */
function isUnderWay({ delivery }: OutboxEntry): boolean {
  return delivery.value.state === 'sent';
}
