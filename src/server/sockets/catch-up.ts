import type { ServerMessage } from '../../protocol/index.ts';
import type { EventLog } from '../ports/index.ts';

/** Up to where a returning client has the log. */
export interface LogPosition {
  /** The last `seq` that it has. */
  readonly after: number;
  /** The log that `after` counts in. */
  readonly epoch: string | undefined;
}

/** What a client is sent before new messages. */
export interface CatchUp {
  /** The newest `seq` that it has then, or a later one where more is appended meanwhile. */
  readonly lastSeq: number;
  /** Whether it then has everything after its position in the log. True on a first visit, which misses nothing. */
  readonly recovered: boolean;
  /** Set where something has been trimmed: the client gets everything from this `seq` on. */
  readonly gapFrom?: number;
  /** The client is sent everything after this `seq`. */
  readonly after: number;
}

/** Finds out what a client has missed. Follow the code first, so that no message falls between the two. */
export async function catchUp(log: EventLog, code: string, resume: LogPosition | undefined): Promise<CatchUp> {
  const { firstSeq, lastSeq } = await log.extent(code);
  if (resume === undefined) return { lastSeq, recovered: true, after: lastSeq };
  const isKnown = resume.epoch === log.epoch && resume.after <= lastSeq;
  const after = isKnown ? resume.after : 0;
  const isWhole = firstSeq <= after + 1;
  return { lastSeq, recovered: isKnown && isWhole, ...(!isWhole && { gapFrom: firstSeq }), after };
}

/**
 * Of the messages that arrived while {@link catchUp} read: the durable ones after `lastSeq`.
 * Transient ones are left out: where they still hold, the snapshot of the jobs under way has them.
 */
export function durableAfter(messages: readonly ServerMessage[], lastSeq: number): readonly ServerMessage[] {
  return messages.filter(({ seq }) => seq !== undefined && seq > lastSeq);
}
