import { mediaNamesIn } from '../media/media-name.ts';
import { messageText } from '../messages/message-text.ts';
import type { EventLog, KeptMessage, LogExtent, LogListener, MessageDraft } from '../ports/index.ts';
import { stamp, stampKept } from '../messages/stamp.ts';
import { Followers } from './followers.ts';
import type { SqliteFile, Statement } from './sqlite-file.ts';

/** How long messages are kept. */
export interface Retention {
  /** How many of one user code; older ones are trimmed. */
  readonly messagesPerCode: number;
  /** How old they may become, in milliseconds. */
  readonly maxAgeMs: number;
}

export interface SqliteEventLogOptions {
  /** Default: everything is kept. */
  readonly retention?: Retention;
  /** Hears the names of media that no kept message refers to any more. */
  readonly onUnusedMedia?: (names: readonly string[]) => void;
}

const KEEP_ALL: Retention = { messagesPerCode: Infinity, maxAgeMs: Infinity };

function statementsOf(file: SqliteFile) {
  return {
    count: file.prepare(
      `INSERT INTO codes (code, last_seq) VALUES (?, ?)
       ON CONFLICT (code) DO UPDATE SET last_seq = last_seq + excluded.last_seq RETURNING id, last_seq`,
    ),
    insert: file.prepare('INSERT INTO messages (code_id, seq, ts, body) VALUES (?, ?, ?, ?)'),
    refer: file.prepare('INSERT OR IGNORE INTO media (name, code_id, seq) VALUES (?, ?, ?)'),
    read: file.prepare(
      `SELECT body FROM messages WHERE code_id = (SELECT id FROM codes WHERE code = ?) AND seq > ? ORDER BY seq`,
    ),
    extent: file.prepare(
      `SELECT last_seq, (SELECT min(seq) FROM messages WHERE code_id = codes.id) AS first_seq
       FROM codes WHERE code = ?`,
    ),
    older: file.prepare('SELECT code_id, max(seq) AS seq FROM messages WHERE ts < ? GROUP BY code_id'),
    mediaUpTo: file.prepare('SELECT DISTINCT name FROM media WHERE code_id = ? AND seq <= ?'),
    trim: file.prepare('DELETE FROM messages WHERE code_id = ? AND seq <= ?'),
    isUsed: file.prepare('SELECT 1 FROM media WHERE name = ? LIMIT 1'),
    media: file.prepare('SELECT DISTINCT name FROM media'),
  } satisfies Record<string, Statement>;
}

/** An event log in a SQLite file. It holds nothing of a code in memory but who follows it. */
export class SqliteEventLog implements EventLog {
  readonly epoch: string;
  readonly #file: SqliteFile;
  readonly #statements: ReturnType<typeof statementsOf>;
  readonly #retention: Retention;
  readonly #onUnusedMedia: (names: readonly string[]) => void;
  readonly #followers = new Followers();

  /** The file is its owner's to close. */
  constructor(file: SqliteFile, { retention = KEEP_ALL, onUnusedMedia = () => undefined }: SqliteEventLogOptions = {}) {
    this.epoch = file.epoch;
    this.#file = file;
    this.#statements = statementsOf(file);
    this.#retention = retention;
    this.#onUnusedMedia = onUnusedMedia;
  }

  append(code: string, draft: MessageDraft): Promise<KeptMessage> {
    return new Promise((resolve) => {
      for (const message of this.keep(code, [draft])) resolve(message);
    });
  }

  /**
   * Keeps messages in order and does `alongside`, all or nothing, then tells the code's followers.
   * Throws what SQLite or `alongside` throws.
   */
  keep(code: string, drafts: readonly MessageDraft[], alongside: () => void = () => undefined): readonly KeptMessage[] {
    const { kept, unused } = this.#file.transaction(() => {
      const { id, lastSeq } = this.#count(code, drafts.length);
      const kept = drafts.map((draft, index) => stampKept(draft, lastSeq - drafts.length + 1 + index));
      for (const message of kept) this.#insert(id, message);
      alongside();
      return { kept, unused: this.#trim(id, lastSeq - this.#retention.messagesPerCode) };
    });
    for (const message of kept) this.#followers.tell(code, message);
    if (unused.length > 0) this.#onUnusedMedia(unused);
    return kept;
  }

  publish(code: string, draft: MessageDraft): void {
    this.#followers.tell(code, stamp(draft));
  }

  read(code: string, after: number): Promise<readonly KeptMessage[]> {
    const rows = this.#statements.read.all(code, after);
    return Promise.resolve(rows.map(({ body }) => JSON.parse(String(body)) as KeptMessage));
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
  trimOld(now: number): void {
    const unused = this.#file.transaction(() => {
      const codes = this.#statements.older.all(now - this.#retention.maxAgeMs);
      return codes.flatMap(({ code_id: id, seq }) => this.#trim(Number(id), Number(seq)));
    });
    if (unused.length > 0) this.#onUnusedMedia(unused);
  }

  /** The names of all media that kept messages refer to. */
  usedMedia(): ReadonlySet<string> {
    return new Set(this.#statements.media.all().map(({ name }) => String(name)));
  }

  close(): Promise<void> {
    this.#followers.clear();
    return Promise.resolve();
  }

  #count(code: string, added: number): { readonly id: number; readonly lastSeq: number } {
    const row = this.#statements.count.get(code, added);
    return { id: Number(row?.['id']), lastSeq: Number(row?.['last_seq']) };
  }

  #insert(id: number, message: KeptMessage): void {
    this.#statements.insert.run(id, message.seq, message.ts, messageText(message));
    for (const name of mediaNamesIn(message)) this.#statements.refer.run(name, id, message.seq);
  }

  /**
   * Trims a code's messages up to a `seq`: never one from between others, even where a clock was set back.
   * Returns the media that nothing refers to after that.
   */
  #trim(id: number, upTo: number): readonly string[] {
    if (upTo < 1) return [];
    const names = this.#statements.mediaUpTo.all(id, upTo).map(({ name }) => String(name));
    this.#statements.trim.run(id, upTo);
    return names.filter((name) => this.#statements.isUsed.get(name) === undefined);
  }
}
