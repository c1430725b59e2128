import type { ServerMessage } from '../../protocol/index.ts';
import type { EventLog, KeptMessage } from '../ports/index.ts';

/** Where a client that has been here before wants to go on. */
export interface ResumePoint {
  /** The last `seq` that it has. */
  readonly after: number;
  /** The log that `after` counts in. */
  readonly epoch: string | undefined;
}

/** What a client gets before it hears what is new. */
export interface CatchUp {
  /** The newest `seq` that it has then. */
  readonly lastSeq: number;
  /** Whether it has everything after its resume point then. True on a first visit, which misses nothing. */
  readonly recovered: boolean;
  /** Where something has been trimmed: it has everything from this `seq` on. */
  readonly gapFrom?: number;
  readonly missed: readonly KeptMessage[];
}

/** Looks up what a client has missed. Follow the code first, so that nothing falls between the two. */
export async function catchUp(log: EventLog, code: string, resume: ResumePoint | undefined): Promise<CatchUp> {
  const extent = await log.extent(code);
  if (resume === undefined) return { lastSeq: extent.lastSeq, recovered: true, missed: [] };
  const isKnown = resume.epoch === log.epoch && resume.after <= extent.lastSeq;
  const after = isKnown ? resume.after : 0;
  const missed = await log.read(code, after);
  const lastSeq = missed.at(-1)?.seq ?? extent.lastSeq;
  const fromSeq = missed[0]?.seq ?? lastSeq + 1;
  const isWhole = fromSeq === after + 1;
  return { lastSeq, recovered: isKnown && isWhole, ...(!isWhole && { gapFrom: fromSeq }), missed };
}

/**
 * Of what was heard while {@link catchUp} looked: what is kept and comes after `lastSeq`.
 * What passed is left out: where it still means something, it is a part of what the jobs under way are now.
 */
export function unseen(heard: readonly ServerMessage[], lastSeq: number): readonly ServerMessage[] {
  return heard.filter(({ seq }) => seq !== undefined && seq > lastSeq);
}
