import { insertTurn, isWaiting } from './insert-turn.ts';
import { loseJob } from './job-lifecycle.ts';
import { activeJobOf, type GapReply, isActive, type Turn, withoutPreview } from './turn.ts';
import { replaceTurn } from './turn-index.ts';

/** The turns with a line that tells how much of the conversation is missing. */
export function putGap(turns: readonly Turn[], { id, missing }: Omit<GapReply, 'kind'>, at: number): readonly Turn[] {
  if (turns.some((turn) => turn.id === id)) return turns;
  const gap: Turn = { id, at, replies: [{ kind: 'gap', id, missing }] };
  // After a greeting that says only that something is missing, a gap says what: one line tells both.
  const last = turns.findLastIndex((turn) => !isWaiting(turn));
  const isVague = turns[last]?.replies.some((reply) => reply.kind === 'gap' && reply.missing === null);
  return isVague === true ? replaceTurn(turns, last, gap) : insertTurn(turns, gap);
}

/** The turns after their active jobs are lost. */
export function loseActiveJobs(turns: readonly Turn[]): readonly Turn[] {
  if (!turns.some((turn) => activeJobOf(turn) !== null)) return turns;
  return turns.map((turn) =>
    turn.job !== undefined && isActive(turn.job) ? withoutPreview({ ...turn, job: loseJob(turn.job) }) : turn,
  );
}
