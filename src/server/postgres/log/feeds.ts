import { envelope, messageOf, messageText } from '../../messages/envelope.ts';
import type { Bus, DurableMessage, LogListener, MessageDraft } from '../../ports/index.ts';
import type { Queryable } from '../database/transaction.ts';
import { CodeFeed } from './code-feed.ts';
import { lastSeqOf, lastSeqsOf, readStored } from './read-messages.ts';

export interface FeedsOptions {
  /** How often to look for messages that nobody has told of, in milliseconds. */
  readonly intervalMs: number;
  /** Called with why they could not be looked for; the next look tries again. */
  readonly onFault: (error: unknown) => void;
}

/** A feed, and what ends its subscription. */
interface OpenFeed {
  readonly feed: CodeFeed;
  readonly unsubscribe: () => void;
}

/** Codes that are looked up at once. */
const LOOK_AT_ONCE = 1_000;

/**
 * The feeds of the codes that are followed in this process. They are told by the bus that a code has something new, and
 * look by themselves besides: at an interval, and when the bus may have lost something.
 */
export class Feeds {
  readonly #database: Queryable;
  readonly #bus: Bus;
  readonly #options: FeedsOptions;
  readonly #open = new Map<string, OpenFeed>();
  readonly #timer: NodeJS.Timeout;
  readonly #unwatch: () => void;
  /** Settles when nothing is being looked for. */
  #looking: Promise<void> | undefined;

  constructor(database: Queryable, bus: Bus, options: FeedsOptions) {
    this.#database = database;
    this.#bus = bus;
    this.#options = options;
    this.#timer = setInterval(() => this.#look(), options.intervalMs).unref();
    this.#unwatch = bus.watchLosses(() => this.#look());
  }

  /** Follows a code from now on; returns what ends that. */
  follow(code: string, listener: LogListener): () => void {
    const { feed } = this.#open.get(code) ?? this.#openFeed(code);
    const remove = feed.add(listener);
    return () => {
      remove();
      const opened = this.#open.get(code);
      if (opened?.feed !== feed || feed.isFollowed) return;
      opened.unsubscribe();
      this.#open.delete(code);
    };
  }

  /** Tells the followers of a code, in every process, of messages that this one has stored. */
  appended(code: string, messages: readonly DurableMessage[]): void {
    this.#open.get(code)?.feed.appended(messages);
    this.#bus.publish(channelOf(code), `seq ${messages.at(-1)?.seq}`);
  }

  /** Passes a transient message to the followers of a code, in every process. */
  publish(code: string, draft: MessageDraft): void {
    this.#bus.publish(channelOf(code), messageText(envelope(draft)));
  }

  /** Resolves once followers of a code here begin before whatever is read from now on; rejects where that can't be known. */
  async begun(code: string): Promise<void> {
    await this.#open.get(code)?.feed.begun();
  }

  /** Resolves once the followers of a code here have been given all that is known of. */
  async settled(code: string): Promise<void> {
    await this.#open.get(code)?.feed.settled();
  }

  /** Resolves once nothing is being read. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#unwatch();
    const feeds = [...this.#open.values()];
    this.#open.clear();
    for (const { unsubscribe } of feeds) unsubscribe();
    await Promise.all([this.#looking, ...feeds.map(({ feed }) => feed.settled())]);
  }

  #openFeed(code: string): OpenFeed {
    const feed = new CodeFeed({
      lastSeq: () => lastSeqOf(this.#database, code),
      readStored: (after, count) => readStored(this.#database, { code, after, count }),
      onFault: this.#options.onFault,
    });
    const unsubscribe = this.#bus.subscribe(channelOf(code), (payload) => {
      if (payload.startsWith('{')) feed.pass(messageOf(payload));
      else feed.reaches(Number(payload.slice('seq '.length)));
    });
    const opened = { feed, unsubscribe };
    this.#open.set(code, opened);
    return opened;
  }

  #look(): void {
    this.#looking ??= this.#lookAtAll().finally(() => (this.#looking = undefined));
  }

  /** Never rejects. */
  async #lookAtAll(): Promise<void> {
    try {
      const codes = [...this.#open.keys()];
      for (let start = 0; start < codes.length; start += LOOK_AT_ONCE) {
        const seqs = await lastSeqsOf(this.#database, codes.slice(start, start + LOOK_AT_ONCE));
        for (const [code, seq] of seqs) this.#open.get(code)?.feed.reaches(seq);
      }
    } catch (error) {
      this.#options.onFault(error);
    }
  }
}

function channelOf(code: string): string {
  return `log ${code}`;
}
