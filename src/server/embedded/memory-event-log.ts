import { randomUUID } from 'node:crypto';
import type { EventLog, KeptMessage, LogExtent, LogListener, MessageDraft } from '../ports/index.ts';
import { stamp, stampKept } from '../stamp.ts';
import { Followers } from './followers.ts';

export interface MemoryEventLogOptions {
  /** How many messages of one user code are kept; older ones are trimmed. Default 1,000. */
  readonly keep?: number;
}

/** An event log that lives as long as its process. */
export class MemoryEventLog implements EventLog {
  readonly epoch = randomUUID();
  readonly #keep: number;
  readonly #kept = new Map<string, KeptMessage[]>();
  readonly #followers = new Followers();

  constructor({ keep = 1_000 }: MemoryEventLogOptions = {}) {
    this.#keep = keep;
  }

  append(code: string, draft: MessageDraft): Promise<KeptMessage> {
    const messages = this.#kept.get(code) ?? [];
    const message = stampKept(draft, (messages.at(-1)?.seq ?? 0) + 1);
    messages.push(message);
    if (messages.length > this.#keep) messages.shift();
    this.#kept.set(code, messages);
    this.#followers.tell(code, message);
    return Promise.resolve(message);
  }

  publish(code: string, draft: MessageDraft): void {
    this.#followers.tell(code, stamp(draft));
  }

  read(code: string, after: number): Promise<readonly KeptMessage[]> {
    const messages = this.#kept.get(code) ?? [];
    const firstSeq = messages[0]?.seq ?? 1;
    return Promise.resolve(messages.slice(Math.max(0, after + 1 - firstSeq)));
  }

  extent(code: string): Promise<LogExtent> {
    const messages = this.#kept.get(code);
    return Promise.resolve({ firstSeq: messages?.[0]?.seq ?? 1, lastSeq: messages?.at(-1)?.seq ?? 0 });
  }

  follow(code: string, listener: LogListener): () => void {
    return this.#followers.add(code, listener);
  }

  close(): Promise<void> {
    this.#followers.clear();
    this.#kept.clear();
    return Promise.resolve();
  }
}
