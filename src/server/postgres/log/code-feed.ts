import type { ServerMessage } from '../../../protocol/index.ts';
import { messageOf } from '../../messages/envelope.ts';
import { EndedJobs } from './ended-jobs.ts';
import type { DurableMessage, LogListener, StoredMessage } from '../../ports/index.ts';

/** What a feed reads of its code. */
export interface FeedSource {
  lastSeq(): Promise<number>;
  readStored(after: number, count: number): Promise<readonly StoredMessage[]>;
  /** Called with why it could not be read; the next look tries again. */
  readonly onFault: (error: unknown) => void;
}

/** Messages that are read at once. */
const PAGE = 100;

/**
 * Gives the followers of one code each durable message once and in order, whichever process has appended it, and transient
 * ones in their places between. What this process appends comes at once, as long as nothing of another's is missing before it.
 */
export class CodeFeed {
  readonly #source: FeedSource;
  #listeners: readonly LogListener[] = [];
  /** The last `seq` that the followers have been given; undefined until it is known where they begin. */
  #given: number | undefined;
  /** The newest `seq` that is known of. */
  #newest = 0;
  /** What was appended here since the beginning comes to the followers, even where the first look finds it stored. */
  #beginsBefore = Infinity;
  /** Transient messages that have come while durable ones are read, each with the newest `seq` that came before it. */
  readonly #waiting: { readonly after: number; readonly message: ServerMessage }[] = [];
  readonly #ended = new EndedJobs();
  #reading: Promise<void> | undefined;

  /** Begins at what is the newest message now. */
  constructor(source: FeedSource) {
    this.#source = source;
    void this.#read();
  }

  get isFollowed(): boolean {
    return this.#listeners.length > 0;
  }

  /** Adds a follower from now on; returns what removes it. */
  add(listener: LogListener): () => void {
    // Wrapped, so that the same function may follow twice, and each time be removed by itself.
    const own: LogListener = (message) => listener(message);
    this.#listeners = [...this.#listeners, own];
    return () => (this.#listeners = this.#listeners.filter((each) => each !== own));
  }

  /** This process has stored messages. */
  appended(messages: readonly DurableMessage[]): void {
    const [first, last] = [messages[0], messages.at(-1)];
    if (first === undefined || last === undefined) return;
    if (this.#reading === undefined && this.#given === first.seq - 1) {
      this.#given = last.seq;
      for (const message of messages) this.#publish(message);
    } else {
      if (this.#given === undefined) this.#beginsBefore = Math.min(this.#beginsBefore, first.seq);
      this.reaches(last.seq);
    }
  }

  /** There are messages up to a `seq`. */
  reaches(seq: number): void {
    this.#newest = Math.max(this.#newest, seq);
    if (this.#given === undefined || this.#newest > this.#given) void this.#read();
  }

  /** A transient message has come. */
  pass(message: ServerMessage): void {
    if (this.#reading === undefined) this.#publish(message);
    else this.#waiting.push({ after: this.#newest, message });
  }

  /** Resolves once it is known where the followers begin; rejects where that can't be read. */
  async begun(): Promise<void> {
    if (this.#given === undefined) await this.#read();
    if (this.#given === undefined) throw new Error('the log can’t be read');
  }

  /** Resolves once the followers have been given all that is known of. */
  async settled(): Promise<void> {
    await this.#reading;
  }

  #read(): Promise<void> {
    return (this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined;
      this.#publishWaiting(Infinity);
    }));
  }

  async #readAll(): Promise<void> {
    try {
      this.#given ??= Math.min(await this.#source.lastSeq(), this.#beginsBefore - 1);
      while (this.#newest > this.#given && this.isFollowed) {
        // No further than it was told of: what passes in between may be on its way still.
        const page = await this.#source.readStored(this.#given, Math.min(PAGE, this.#newest - this.#given));
        for (const { seq, text } of page) {
          this.#given = seq;
          this.#publish(messageOf(text));
          this.#publishWaiting(seq);
        }
        // They have been trimmed already.
        if (page.length === 0) this.#given = this.#newest;
      }
    } catch (error) {
      this.#source.onFault(error);
    }
  }

  /** Publishes the transient messages whose place is behind a `seq`. */
  #publishWaiting(seq: number): void {
    const later = this.#waiting.findIndex(({ after }) => after > seq);
    const next = this.#waiting.splice(0, later === -1 ? this.#waiting.length : later);
    for (const { message } of next) this.#publish(message);
  }

  #publish(message: ServerMessage): void {
    if (message.seq !== undefined) this.#ended.note(message);
    else if (this.#ended.has(message)) return;
    for (const listener of this.#listeners) listener(message);
  }
}
