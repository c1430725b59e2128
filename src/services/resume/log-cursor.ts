import type { ServerMessage, WelcomeMessage } from '../../protocol/index.ts';
import type { LogName, LogPosition } from './log-position.ts';
import type { LogUpdate, ReceivedMessage } from './received-message.ts';

/**
 * How a message with a `seq` relates to what this page has: it is the next one, it has been received before, or messages
 * before it are missing.
 */
export type Sequence = 'next' | 'duplicate' | 'early';

/** Reads the server's log of one user code at one endpoint, message by message. Knows no browser and no injector. */
export class LogCursor {
  readonly #onNewEpoch: (epoch: string) => void;
  #code = '';
  #endpoint = '';
  #current: LogPosition | undefined;
  /** Whether this page has been greeted with this log, or an earlier page that has saved its messages. */
  #isFollowed = false;
  /** Whether messages of it have been received. A first visit begins at the end of the log without reading it. */
  #hasRead = false;
  #replayedTo = 0;
  #newestName: LogName | undefined;

  /** `onNewEpoch` is called when a server greets with another log than was known. */
  constructor(onNewEpoch: (epoch: string) => void = () => undefined) {
    this.#onNewEpoch = onNewEpoch;
  }

  /** Where to resume; undefined before the first `welcome` of this user code. */
  get position(): LogPosition | undefined {
    return this.#current;
  }

  /** Goes over to the log of another user code or endpoint. `position` is where its server is asked to replay from. */
  begin(code: string, endpoint: string, position?: LogPosition): void {
    this.#code = code;
    this.#endpoint = endpoint;
    this.#current = position;
    this.#isFollowed = false;
    this.#hasRead = false;
  }

  /** Continues where an earlier page has saved everything up to `position`. */
  resume(position: LogPosition): void {
    this.#current = position;
    this.#isFollowed = true;
    this.#hasRead = true;
  }

  /** How a message relates to what this page has. Messages without a `seq`, or of a basic server, always are next. */
  sequenceOf({ seq }: ServerMessage): Sequence {
    if (seq === undefined || this.#current === undefined || seq === this.#current.seq + 1) return 'next';
    return seq <= this.#current.seq ? 'duplicate' : 'early';
  }

  /** How many messages are missing between what this page has and a `seq`. */
  countMissingBefore(seq: number): number {
    return this.#current === undefined ? 0 : Math.max(0, seq - this.#current.seq - 1);
  }

  /** Advances by a message, and returns it with what it means for the position in the log. */
  receive(message: ServerMessage): ReceivedMessage {
    if (isWelcome(message)) return { message, ...this.#applyWelcome(message) };
    if (message.type === 'system' && message.event === 'gap') return { message, ...this.#skipTo(message.fromSeq) };
    const { seq } = message;
    const log = this.#name();
    const progress = seq === undefined ? undefined : this.#advanceTo(seq, seq - 1);
    const isReplay = seq !== undefined && seq <= this.#replayedTo;
    // Each message passes here: one object is made for it.
    return progress === undefined ? { message, isReplay, log } : { message, isReplay, log, progress };
  }

  #applyWelcome({ epoch, lastSeq, recovered }: WelcomeMessage): LogUpdate {
    const current = this.#current;
    const isAnother = current !== undefined && current.epoch !== epoch;
    const isRewound = current !== undefined && current.seq > lastSeq;
    const logChange = this.#changeOf(isAnother, isRewound);
    if (logChange !== undefined) this.#hasRead = true;
    if (current === undefined) this.#current = { epoch, seq: lastSeq };
    else if (isAnother || isRewound) this.#current = { epoch, seq: 0 };
    this.#isFollowed = true;
    this.#replayedTo = lastSeq;
    if (current?.epoch !== epoch) this.#onNewEpoch(epoch);
    return {
      isReplay: false,
      log: this.#name(),
      ...(logChange && { logChange }),
      ...(!recovered && { lost: { id: `gap ${epoch} ${this.#readSeq ?? 0}`, count: null } }),
    };
  }

  /** A log that this page knows by its name only, or has not read from, changes without anybody having to know. */
  #changeOf(isAnother: boolean, isRewound: boolean): LogUpdate['logChange'] {
    if (isAnother) return this.#isFollowed ? 'replaced' : undefined;
    return isRewound && this.#hasRead ? 'rewound' : undefined;
  }

  /** What is before `fromSeq` will not come. */
  #skipTo(fromSeq: number): LogUpdate {
    const count = fromSeq - 1 - (this.#readSeq ?? 0);
    const id = `gap ${this.#name()?.epoch ?? ''} before ${fromSeq}`;
    const log = this.#name();
    const progress = this.#advanceTo(fromSeq - 1, 0);
    // A count of nothing or less comes of a page that has not seen the log from its beginning.
    return { isReplay: false, log, ...(progress && { progress }), lost: { id, count: count < 1 ? null : count } };
  }

  /** `start` is where the reading began, if nothing has been read before. */
  #advanceTo(seq: number, start: number): LogUpdate['progress'] {
    const current = this.#current;
    if (current === undefined) return undefined;
    const from = this.#readSeq ?? start;
    const to = this.#hasRead ? Math.max(seq, current.seq) : seq;
    this.#current = { epoch: current.epoch, seq: to };
    this.#hasRead = true;
    return to > from ? { from, to } : undefined;
  }

  #name(): LogName | undefined {
    const code = this.#code;
    const endpoint = this.#endpoint;
    const current = this.#current;
    const known = this.#newestName;
    if (current === undefined || !this.#isFollowed) return undefined;
    const { epoch } = current;
    // Each message has it: one object for all of them.
    if (known?.epoch === epoch && known.code === code && known.endpoint === endpoint) return known;
    this.#newestName = { code, endpoint, epoch };
    return this.#newestName;
  }

  get #readSeq(): number | undefined {
    return this.#hasRead ? this.#current?.seq : undefined;
  }
}

/** Whether a message is a full server's greeting. */
export function isWelcome(message: ServerMessage): message is WelcomeMessage {
  return message.type === 'system' && message.event === 'welcome';
}
