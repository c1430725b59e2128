import type { EventLoopTurns } from '../limits/event-loop-turns.ts';
import type { EventLog, StoredMessage } from '../ports/index.ts';

/** Messages that are read at once: of the longest prompts half a megabyte, of usual ones 20 kB. */
const PAGE = 50;

export interface ReplayOptions {
  readonly log: Pick<EventLog, 'readStored'>;
  readonly code: string;
  /** Gives each page of everybody's a turn of the event loop. */
  readonly turns: EventLoopTurns;
  /** Called right before a page is read: what is appended before that is in it, or in one before. */
  readonly onRead: () => void;
  /** Sends a page; resolves once it has left, so that nobody's history lies in memory while they read slowly. */
  readonly send: (page: readonly StoredMessage[]) => Promise<void>;
  /** Whether the client has gone. */
  readonly isOver: () => boolean;
}

/**
 * Sends the stored messages after a `seq` as they are stored, page by page, and resolves with the last that was sent: all
 * that is appended after the last page was read is the caller's.
 */
export async function replay(after: number, options: ReplayOptions): Promise<number> {
  let sent = after;
  for (;;) {
    await options.turns.next();
    if (options.isOver()) return sent;
    options.onRead();
    const page = await options.log.readStored(options.code, sent, PAGE);
    const last = page.at(-1);
    if (last !== undefined) {
      await options.send(page);
      sent = last.seq;
    }
    if (page.length < PAGE) return sent;
  }
}
