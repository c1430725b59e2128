import type { ServerMessage } from '../../protocol/index.ts';
import { durableEnvelope, envelope, messageText } from '../messages/envelope.ts';
import { mediaNamesIn } from '../messages/media-names.ts';
import type {
  DurableMessage,
  EventLog,
  LogExtent,
  LogListener,
  MessageDraft,
  Retention,
  StoredMessage,
} from '../ports/index.ts';
import { type ForgottenJobs, SAID_WITHIN_MS } from '../schedule/open-job-limits.ts';
import { UNLIMITED_RETENTION } from '../messages/retention.ts';
import type { SqliteFile, Statement } from './sqlite-file.ts';
import { retryWhileBusy, trimInSteps } from './retry-while-busy.ts';

export interface SqliteEventLogOptions {
  /** Default: everything is stored for ever. */
  readonly retention?: Retention;
  /** Called with the names of media that no stored message refers to any more. */
  readonly onUnusedMedia?: (names: readonly string[]) => void;
}

function statementsOf(file: SqliteFile) {
  return {
    reserveSeqs: file.prepare(
      `INSERT INTO codes (code, last_seq) VALUES (?, ?)
       ON CONFLICT (code) DO UPDATE SET last_seq = last_seq + excluded.last_seq RETURNING id, last_seq`,
    ),
    insert: file.prepare('INSERT INTO messages (code_id, seq, ts, body) VALUES (?, ?, ?, ?)'),
    addMedium: file.prepare('INSERT OR IGNORE INTO media (name, code_id, seq) VALUES (?, ?, ?)'),
    read: file.prepare(
      `SELECT body FROM messages WHERE code_id = (SELECT id FROM codes WHERE code = ?) AND seq > ? ORDER BY seq`,
    ),
    readStored: file.prepare(
      `SELECT seq, body FROM messages
       WHERE code_id = (SELECT id FROM codes WHERE code = ?) AND seq > ? ORDER BY seq LIMIT ?`,
    ),
    find: file.prepare('SELECT id, last_seq FROM codes WHERE code = ?'),
    extent: file.prepare(
      `SELECT last_seq, (SELECT min(seq) FROM messages WHERE code_id = codes.id) AS first_seq
       FROM codes WHERE code = ?`,
    ),
    olderThan: file.prepare('SELECT code_id, seq FROM messages WHERE ts < ? ORDER BY ts LIMIT ?'),
    mediaUpTo: file.prepare('SELECT DISTINCT name FROM media WHERE code_id = ? AND seq <= ?'),
    trim: file.prepare('DELETE FROM messages WHERE code_id = ? AND seq <= ?'),
    lastOfJobs: file.prepare(
      `SELECT max(seq) AS seq FROM messages
       WHERE code_id = ? AND ts <= ? AND body ->> '$.jobId' IN (SELECT value FROM json_each(?))`,
    ),
    count: file.prepare('SELECT count(*) AS count FROM messages'),
    isUsed: file.prepare('SELECT 1 FROM media WHERE name = ? LIMIT 1'),
    media: file.prepare('SELECT DISTINCT name FROM media'),
  } satisfies Record<string, Statement>;
}

/** An event log in a SQLite file. Of a code it holds nothing in memory but its followers. */
export class SqliteEventLog implements EventLog {
  readonly epoch: string;
  /** What it is in. */
  readonly file: SqliteFile;
  readonly #statements: ReturnType<typeof statementsOf>;
  readonly #retention: Retention;
  readonly #onUnusedMedia: (names: readonly string[]) => void;
  readonly #followers = new Followers();
  #messageCount: number;
  #position: number;

  /** The file is its owner's to close. */
  constructor(
    file: SqliteFile,
    { retention = UNLIMITED_RETENTION, onUnusedMedia = () => undefined }: SqliteEventLogOptions = {},
  ) {
    this.epoch = file.epoch;
    this.file = file;
    this.#statements = statementsOf(file);
    this.#messageCount = Number(this.#statements.count.get()?.['count']);
    this.#position = file.position;
    this.#retention = retention;
    this.#onUnusedMedia = onUnusedMedia;
  }

  async append(code: string, draft: MessageDraft): Promise<DurableMessage> {
    const [message] = await retryWhileBusy(() => this.appendAll(code, [draft]));
    if (message === undefined) throw new Error('nothing was appended');
    return message;
  }

  /** How many messages of everybody are stored. */
  get messageCount(): number {
    return this.#messageCount;
  }

  /** How many messages there have ever been, of all codes. */
  get position(): number {
    return this.#position;
  }

  /**
   * Appends messages in order and runs `inTransaction` with them, all or nothing, then publishes them to the code's
   * followers. Throws what SQLite or `inTransaction` throws.
   */
  appendAll(code: string, drafts: readonly MessageDraft[], inTransaction = (): void => undefined): DurableMessage[] {
    const { messages, unused } = this.file.transaction(() => {
      const { id, lastSeq } = this.#reserveSeqs(code, drafts.length);
      const messages = drafts.map((draft, index) => durableEnvelope(draft, lastSeq - drafts.length + 1 + index));
      for (const message of messages) this.#insert(id, message);
      inTransaction();
      return { messages, unused: this.#trim(id, lastSeq - this.#retention.messagesPerCode) };
    });
    this.#messageCount += messages.length;
    this.#position += messages.length;
    // Only now: what a follower has been given must not be lost again.
    for (const message of messages) this.#followers.publish(code, message);
    if (unused.length > 0) this.#onUnusedMedia(unused);
    return messages;
  }

  publish(code: string, draft: MessageDraft): void {
    this.#followers.publish(code, envelope(draft));
  }

  read(code: string, after: number): Promise<readonly DurableMessage[]> {
    const rows = this.#statements.read.all(code, after);
    return Promise.resolve(rows.map(({ body }) => JSON.parse(String(body)) as DurableMessage));
  }

  readStored(code: string, after: number, count: number): Promise<readonly StoredMessage[]> {
    const rows = this.#statements.readStored.all(code, after, count);
    return Promise.resolve(rows.map(({ seq, body }) => ({ seq: Number(seq), text: String(body) })));
  }

  extent(code: string): Promise<LogExtent> {
    const row = this.#statements.extent.get(code);
    const lastSeq = Number(row?.['last_seq'] ?? 0);
    return Promise.resolve({ firstSeq: Number(row?.['first_seq'] ?? lastSeq + 1), lastSeq });
  }

  follow(code: string, listener: LogListener): () => void {
    return this.#followers.add(code, listener);
  }

  /** Trims what has become too old. `now` is in milliseconds since the Unix epoch. */
  trimOld(now: number): Promise<void> {
    return trimInSteps((count) => {
      const { found, unused } = this.file.transaction(() => {
        const rows = this.#statements.olderThan.all(now - this.#retention.maxAgeMs, count);
        const lastSeqs = new Map<number, number>();
        for (const row of rows) {
          const id = Number(row['code_id']);
          lastSeqs.set(id, Math.max(lastSeqs.get(id) ?? 0, Number(row['seq'])));
        }
        return { found: rows.length, unused: [...lastSeqs].flatMap(([id, seq]) => this.#trim(id, seq)) };
      });
      if (unused.length > 0) this.#onUnusedMedia(unused);
      return found;
    });
  }

  /** Runs `removeJobs`, and trims codes up to the last message of the jobs that it returns, by the rows of their codes. */
  trimWith(removeJobs: () => ReadonlyMap<number, ForgottenJobs>): void {
    const unused = this.file.transaction(() =>
      [...removeJobs()].flatMap(([id, jobs]) => this.#trim(id, this.#lastOf(id, jobs))),
    );
    if (unused.length > 0) this.#onUnusedMedia(unused);
  }

  /** Trims every message of a code. It goes on counting where it was, so that its clients learn of the gap. */
  trimAll(code: string): void {
    const unused = this.file.transaction(() => {
      const row = this.#statements.find.get(code);
      return row === undefined ? [] : this.#trim(Number(row['id']), Number(row['last_seq']));
    });
    if (unused.length > 0) this.#onUnusedMedia(unused);
  }

  /** The names of all media that stored messages refer to. */
  usedMedia(): ReadonlySet<string> {
    return new Set(this.#statements.media.all().map(({ name }) => String(name)));
  }

  close(): Promise<void> {
    this.#followers.clear();
    return Promise.resolve();
  }

  /** The last message of a code that is about one of some jobs; 0 where none is. */
  #lastOf(id: number, { ids, endedBy }: ForgottenJobs): number {
    const row = this.#statements.lastOfJobs.get(id, endedBy + SAID_WITHIN_MS, JSON.stringify(ids));
    return Number(row?.['seq'] ?? 0);
  }

  #reserveSeqs(code: string, count: number): { readonly id: number; readonly lastSeq: number } {
    const row = this.#statements.reserveSeqs.get(code, count);
    return { id: Number(row?.['id']), lastSeq: Number(row?.['last_seq']) };
  }

  #insert(id: number, message: DurableMessage): void {
    this.#statements.insert.run(id, message.seq, message.ts, messageText(message));
    for (const name of mediaNamesIn(message)) this.#statements.addMedium.run(name, id, message.seq);
  }

  /**
   * Trims a code's messages up to a `seq`: never one from between others, even where a clock was set back.
   * Returns the media that nothing refers to after that.
   */
  #trim(id: number, upTo: number): readonly string[] {
    if (upTo < 1) return [];
    const names = this.#statements.mediaUpTo.all(id, upTo).map(({ name }) => String(name));
    this.#messageCount -= Number(this.#statements.trim.run(id, upTo).changes);
    return names.filter((name) => this.#statements.isUsed.get(name) === undefined);
  }
}

/** Who follows which user code, in this process. */
class Followers {
  /** Lists, for most codes have one follower, and a set takes more memory. */
  readonly #byCode = new Map<string, readonly LogListener[]>();

  /** Adds a follower of a code; returns what removes it. */
  add(code: string, listener: LogListener): () => void {
    // Wrapped, so that the same function may follow twice, and each time be removed by itself.
    const own: LogListener = (message) => listener(message);
    this.#byCode.set(code, [...(this.#byCode.get(code) ?? []), own]);
    return () => {
      const others = this.#byCode.get(code)?.filter((listener) => listener !== own) ?? [];
      if (others.length === 0) this.#byCode.delete(code);
      else this.#byCode.set(code, others);
    };
  }

  /** Gives a message to the followers of a code. */
  publish(code: string, message: ServerMessage): void {
    for (const listener of this.#byCode.get(code) ?? []) listener(message);
  }

  clear(): void {
    this.#byCode.clear();
  }
}
