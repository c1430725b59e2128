import type { ServerMessage, SystemMessage, WelcomeMessage } from '../../../services/index.ts';
import { insertTurn, isWaiting } from './insert-turn.ts';
import { type ConversationState, isActive, type Turn, withoutPreview } from './turn.ts';

type GapMessage = Extract<SystemMessage, { readonly event: 'gap' }>;

/** The conversation after a server's greeting, with a line where that could not promise everything. */
export function greet(state: ConversationState, message: WelcomeMessage): ConversationState {
  const { epoch, recovered } = message;
  const greeted = state.epoch === epoch ? state : changeLog(state, epoch);
  return recovered ? greeted : { ...greeted, turns: putGap(greeted.turns, gapTurn(message, null)) };
}

/** The conversation with a line that tells how much of it is missing. */
export function tellGap(state: ConversationState, message: GapMessage): ConversationState {
  return { ...state, turns: putGap(state.turns, gapTurn(message, message.fromSeq - 1 - (state.seq ?? 0))) };
}

/** The first log is taken as it is; with another one, counting begins anew and jobs under way are gone. */
function changeLog({ turns, epoch: before }: ConversationState, epoch: string): ConversationState {
  return { turns: before === undefined ? turns : loseActiveJobs(turns), epoch };
}

/** After a greeting that says only that something is missing, a gap says what: one line tells both. */
function putGap(turns: readonly Turn[], gap: Turn): readonly Turn[] {
  const last = turns.findLastIndex((turn) => !isWaiting(turn));
  const isVague = turns[last]?.replies.some((reply) => reply.kind === 'gap' && reply.missing === null);
  return isVague === true ? turns.with(last, gap) : insertTurn(turns, gap);
}

function gapTurn({ id, ts }: ServerMessage, missing: number | null): Turn {
  // A count of nothing or less comes of a page that has not seen the log from its beginning.
  const count = missing === null || missing < 1 ? null : missing;
  return { id, at: ts, replies: [{ kind: 'gap', id, missing: count }] };
}

/** The turns where the jobs under way are no longer heard of. */
export function loseActiveJobs(turns: readonly Turn[]): readonly Turn[] {
  return turns.map((turn) =>
    turn.job !== undefined && isActive(turn.job) ? withoutPreview({ ...turn, job: { ...turn.job, status: 'lost' } }) : turn,
  );
}
