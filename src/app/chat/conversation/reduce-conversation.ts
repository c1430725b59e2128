import type { ErrorMessage, ImageMessage, PromptMessage, ServerMessage, SystemMessage } from '../../../services/index.ts';
import { addReply } from './add-reply.ts';
import { advanceJob, failJob, isJobEvent, isOver, type JobEvent, showPreview } from './advance-job.ts';
import { greet, loseActiveJobs, tellGap } from './follow-log.ts';
import { insertTurn } from './insert-turn.ts';
import { type ConversationState, isActive, type Turn, withoutPreview } from './turn.ts';

/** What moves a conversation on. */
export type ConversationEvent =
  | { readonly kind: 'sent'; readonly prompt: PromptMessage; readonly at: number }
  | { readonly kind: 'received'; readonly message: ServerMessage }
  /** The person withdraws a prompt, or has sent it again under another id. */
  | { readonly kind: 'set-aside'; readonly promptId: string; readonly as: 'withdrawn' | 'resent' }
  /** The page has a new user code: what runs under the old one is no longer heard of. */
  | { readonly kind: 'code-changed' };

/** The conversation after an event. Pure; an event that tells nothing new returns the same state. */
export function reduceConversation(state: ConversationState, event: ConversationEvent): ConversationState {
  switch (event.kind) {
    case 'sent':
      return addPrompt(state, event.prompt, event.at);
    case 'received':
      return receive(state, event.message);
    case 'set-aside':
      return setAside(state, event.promptId, event.as);
    case 'code-changed':
      return { turns: loseActiveJobs(state.turns) };
  }
}

function addPrompt(state: ConversationState, prompt: PromptMessage, at: number): ConversationState {
  const index = state.turns.findIndex(({ promptId }) => promptId === prompt.id);
  const known = state.turns[index];
  if (known?.prompt !== undefined) return state;
  // The server may tell of the job of a prompt before this page has recalled that it sent it.
  if (known !== undefined) return { ...state, turns: state.turns.with(index, { ...known, prompt }) };
  return { ...state, turns: [...state.turns, { id: prompt.id, at, prompt, promptId: prompt.id, replies: [] }] };
}

function setAside(state: ConversationState, promptId: string, as: 'withdrawn' | 'resent'): ConversationState {
  const turns = state.turns.map((turn) => (turn.promptId === promptId ? { ...turn, setAside: as } : turn));
  return { ...state, turns };
}

function receive(state: ConversationState, message: ServerMessage): ConversationState {
  const after = take(state, message);
  const { seq } = message;
  return seq === undefined || seq <= (after.seq ?? 0) ? after : { ...after, seq };
}

function take(state: ConversationState, message: ServerMessage): ConversationState {
  if (message.type === 'system') {
    if (message.event === 'welcome') return greet(state, message);
    if (message.event === 'gap') return tellGap(state, message);
    if (isSilent(message)) return state;
  }
  const turns = hasOwner(message) ? updateOwner(state.turns, message) : updateLoose(state.turns, message);
  return turns === state.turns ? state : { ...state, turns };
}

function isSilent(message: SystemMessage): boolean {
  return message.event === 'pong' || (message.event === 'notice' && !message.content);
}

function hasOwner(message: ServerMessage): boolean {
  return message.jobId !== undefined || message.replyTo !== undefined;
}

function updateOwner(turns: readonly Turn[], message: ServerMessage): readonly Turn[] {
  const { jobId, replyTo } = message;
  const byJob = jobId === undefined ? -1 : turns.findLastIndex((turn) => turn.jobId === jobId);
  const index = byJob !== -1 || replyTo === undefined ? byJob : turns.findLastIndex((turn) => turn.promptId === replyTo);
  const known = turns[index] ?? { id: jobId ?? message.id, at: message.ts, replies: [] };
  const owner: Turn = {
    ...known,
    ...(jobId !== undefined && { jobId }),
    ...(known.promptId === undefined && replyTo !== undefined && { promptId: replyTo }),
  };
  const updated = updateTurn(owner, message);
  if (updated === owner && index !== -1) return turns;
  return index === -1 ? insertTurn(turns, updated) : turns.with(index, updated);
}

function updateTurn(turn: Turn, message: ServerMessage): Turn {
  if (message.type === 'system' && isJobEvent(message)) return advanceTurn(turn, message);
  if (message.type === 'image' && message.preview === true) return previewTurn(turn, message);
  const answered = { ...turn, replies: addReply(turn.replies, message) };
  if (message.type === 'error') return failTurn(answered, message);
  return message.type === 'video' ? withoutPreview(answered) : answered;
}

function previewTurn(turn: Turn, preview: ImageMessage): Turn {
  return isOver(turn.job) ? turn : { ...turn, preview, job: showPreview(turn.job, preview) };
}

/** Only an error that names the job ends it: a refused prompt may be sent again. */
function failTurn(turn: Turn, message: ErrorMessage): Turn {
  return message.jobId === undefined ? turn : withoutPreview({ ...turn, job: failJob(turn.job, message) });
}

function advanceTurn(before: Turn, message: JobEvent): Turn {
  const recalled = recallPrompt(before, message);
  const job = advanceJob(recalled.job, message);
  if (job === recalled.job) return recalled;
  const turn = message.event === 'started' ? beginAgain(recalled) : recalled;
  return isActive(job) ? { ...turn, job } : withoutPreview({ ...turn, job });
}

/** A job that a crash has interrupted starts twice: what the first run has not finished begins anew. */
function beginAgain(turn: Turn): Turn {
  const lasting = turn.replies.filter((reply) => reply.kind !== 'text' || !reply.isGrowing);
  return withoutPreview(lasting.length === turn.replies.length ? turn : { ...turn, replies: lasting });
}

/** A page that did not send the prompt, or was loaded again since, reads it from the server's answer. */
function recallPrompt(turn: Turn, message: JobEvent): Turn {
  if (message.event !== 'accepted' || turn.prompt !== undefined) return turn;
  if (message.prompt === undefined || message.replyTo === undefined) return turn;
  return { ...turn, prompt: { type: 'text', id: message.replyTo, content: message.prompt } };
}

/**
 * A basic server names no job. What passes there (progress, a preview) is a turn without replies at the end
 * until the next message takes its place, and what lasts is an article of its own.
 */
function updateLoose(turns: readonly Turn[], message: ServerMessage): readonly Turn[] {
  const same = turns.findLastIndex(({ replies }) => replies.some(({ id }) => id === message.id));
  const known = turns[same];
  if (known !== undefined) return turns.with(same, updateTurn(known, message));
  const passing = turns.find(isPassing);
  const lasting = turns.filter((turn) => turn !== passing);
  const fresh: Turn = { id: message.id, at: message.ts, replies: [] };
  const moved = updateTurn(passing ?? fresh, message);
  if (isPassing(moved) && moved.job !== undefined && isActive(moved.job)) return [...lasting, moved];
  const saysNothing = message.type === 'system' && isJobEvent(message) && !message.content;
  return saysNothing ? lasting : [...lasting, { ...fresh, replies: addReply([], message) }];
}

function isPassing({ jobId, promptId, replies }: Turn): boolean {
  return jobId === undefined && promptId === undefined && replies.length === 0;
}
