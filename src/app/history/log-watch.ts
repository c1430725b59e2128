import type { ServerMessage, SystemMessage, WelcomeMessage } from '../../services/index.ts';
import type { KeptEvent } from './store/records.ts';

type GapMessage = Extract<SystemMessage, { readonly event: 'gap' }>;
type Gap = Extract<KeptEvent, { readonly kind: 'gap' }>;

/** What a message tells about the log itself. */
export interface LogNews {
  /** The log is another one than before: what ran in that one is no longer heard of. */
  readonly hasChanged: boolean;
  /** The log is to be read from its beginning: it is another one, or has been set back. */
  readonly beginsAnew: boolean;
  /** Something of it is missing. */
  readonly gap?: Gap;
}

const NO_NEWS: LogNews = { hasChanged: false, beginsAnew: false };

/** Follows the server's log through all its messages, whichever conversations they belong to. */
export class LogWatch {
  private epochNow: string | undefined;
  private seqNow: number | undefined;

  /** Names the log; undefined before the first greeting, and with a basic server. */
  get epoch(): string | undefined {
    return this.epochNow;
  }

  /** The newest `seq` that has come; undefined before the first. */
  get seq(): number | undefined {
    return this.seqNow;
  }

  /** Goes on from where an earlier page came to. */
  resume({ epoch, seq }: { readonly epoch: string; readonly seq: number }): void {
    this.epochNow = epoch;
    this.seqNow = seq;
  }

  /** Begins anew: another user code has another log. */
  reset(): void {
    this.epochNow = undefined;
    this.seqNow = undefined;
  }

  /** Takes a message in. */
  hear(message: ServerMessage): LogNews {
    if (message.type === 'system' && message.event === 'welcome') return this.greet(message);
    if (message.type === 'system' && message.event === 'gap') return this.skip(message);
    if (message.seq !== undefined) this.seqNow = Math.max(message.seq, this.seqNow ?? 0);
    return NO_NEWS;
  }

  private greet({ epoch, lastSeq, recovered, ts: at }: WelcomeMessage): LogNews {
    const hasChanged = this.epochNow !== undefined && this.epochNow !== epoch;
    const beginsAnew = hasChanged || (this.seqNow !== undefined && this.seqNow > lastSeq);
    if (beginsAnew) this.seqNow = 0;
    this.epochNow = epoch;
    const news = { hasChanged, beginsAnew };
    // Named after the log: however often and in however many tabs it is told, it is one gap.
    const id = `gap ${epoch} ${this.seqNow ?? 0}`;
    return recovered ? news : { ...news, gap: { kind: 'gap', id, at, missing: null } };
  }

  private skip({ fromSeq, ts: at }: GapMessage): LogNews {
    const missing = fromSeq - 1 - (this.seqNow ?? 0);
    this.seqNow = Math.max(fromSeq - 1, this.seqNow ?? 0);
    const id = `gap ${this.epochNow ?? ''} before ${fromSeq}`;
    // A count of nothing or less comes of a page that has not seen the log from its beginning.
    return { ...NO_NEWS, gap: { kind: 'gap', id, at, missing: missing < 1 ? null : missing } };
  }
}
