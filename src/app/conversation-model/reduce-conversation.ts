import type { ErrorMessage, ImageMessage, PromptMessage, ServerMessage } from '../../services/index.ts';
import { addReply } from './add-reply.ts';
import { advanceJob, isAccepted, isJobMessage, isOver, type JobSystemMessage, showPreview } from './job-lifecycle.ts';
import { loseActiveJobs, putGap } from './gaps-and-lost-jobs.ts';
import { insertTurn } from './insert-turn.ts';
import { toldPrompt } from './told-prompt.ts';
import { type ConversationState, isActive, type PromptFailure, type Turn, withoutPreview } from './turn.ts';
import { dropTurn, indexOf, ownTurns, putTurn, replaceTurn } from './turn-index.ts';

/** What moves a conversation on. */
export type ConversationEvent =
  | { readonly kind: 'sent'; readonly prompt: PromptMessage; readonly at: number }
  | { readonly kind: 'received'; readonly message: ServerMessage }
  /** Something of the log is missing: so many messages, or null where nobody knows. */
  | { readonly kind: 'gap'; readonly id: string; readonly at: number; readonly missing: number | null }
  /** The person withdraws a prompt, or has sent it again under another id. */
  | { readonly kind: 'set-aside'; readonly promptId: string; readonly as: 'withdrawn' | 'resent' }
  /** A prompt is not sent, and why. */
  | { readonly kind: 'failed'; readonly promptId: string; readonly failure: PromptFailure }
  /** Another log of the server's, or one of another user code: the server tells no more of what runs in the old one. */
  | { readonly kind: 'log-changed' };

/** The conversation after an event. Pure; an event without news returns the same state. */
export function reduceConversation(state: ConversationState, event: ConversationEvent): ConversationState {
  const turns = nextTurns(state.turns, event);
  return turns === state.turns ? state : { turns };
}

/**
 * A conversation that goes on, event by event: the same as {@link reduceConversation} makes, but an event takes no longer
 * where there are many turns.
 */
export class LiveConversation {
  private current = ownTurns([]);

  constructor(events: Iterable<ConversationEvent> = []) {
    for (const event of events) this.apply(event);
  }

  /** Goes on by an event. */
  apply(event: ConversationEvent): void {
    const turns = nextTurns(this.current, event);
    if (turns !== this.current) this.current = ownTurns(turns);
  }

  /** Copies the turns as they are now; later events leave the copy alone. */
  copyTurns(): readonly Turn[] {
    return [...this.current];
  }
}

function nextTurns(turns: readonly Turn[], event: ConversationEvent): readonly Turn[] {
  switch (event.kind) {
    case 'sent':
      return addPrompt(turns, event.prompt, event.at);
    case 'received':
      return addMessage(turns, event.message);
    case 'gap':
      return putGap(turns, event, event.at);
    case 'set-aside':
      return changePrompt(turns, event.promptId, { setAside: event.as });
    case 'failed':
      return changePrompt(turns, event.promptId, { failure: event.failure });
    case 'log-changed':
      return loseActiveJobs(turns);
  }
}

function addPrompt(turns: readonly Turn[], prompt: PromptMessage, at: number): readonly Turn[] {
  const place = indexOf(turns).ofPrompt(turns, prompt.id);
  const known = turns[place];
  if (known?.prompt !== undefined) return turns;
  // The server may tell of the job of a prompt before this page has recalled that it sent it.
  if (known !== undefined) return replaceTurn(turns, place, { ...known, prompt });
  return putTurn(turns, turns.length, { id: prompt.id, at, prompt, promptId: prompt.id, replies: [] });
}

function changePrompt(
  turns: readonly Turn[],
  promptId: string,
  change: Pick<Turn, 'setAside' | 'failure'>,
): readonly Turn[] {
  const place = indexOf(turns).ofPrompt(turns, promptId);
  const known = turns[place];
  return known === undefined ? turns : replaceTurn(turns, place, { ...known, ...change });
}

function addMessage(turns: readonly Turn[], message: ServerMessage): readonly Turn[] {
  if (isSilent(message)) return turns;
  return hasOwner(message) ? updateOwner(turns, message) : updateLoose(turns, message);
}

/**
 * Whether a message is about the connection, or about nothing: what is missing in a log has an event of its own. So is
 * one of an unknown type that answers nothing and stands in no log.
 */
export function isSilent(message: ServerMessage): boolean {
  if (message.type === 'unknown') return message.seq === undefined && !hasOwner(message);
  if (message.type !== 'system') return false;
  const { event, content } = message;
  return event === 'welcome' || event === 'gap' || event === 'pong' || (event === 'notice' && !content);
}

function hasOwner(message: ServerMessage): boolean {
  return message.jobId !== undefined || message.replyTo !== undefined;
}

function updateOwner(turns: readonly Turn[], message: ServerMessage): readonly Turn[] {
  const { jobId, replyTo } = message;
  const places = indexOf(turns);
  const byJob = jobId === undefined ? -1 : places.ofJob(turns, jobId);
  const index = byJob !== -1 || replyTo === undefined ? byJob : places.ofPrompt(turns, replyTo);
  const known = turns[index] ?? { id: jobId ?? message.id, at: message.ts, replies: [] };
  const owner: Turn = {
    ...known,
    ...(jobId !== undefined && { jobId }),
    ...(known.promptId === undefined && replyTo !== undefined && { promptId: replyTo }),
  };
  const updated = updateTurn(owner, message);
  if (updated === owner && index !== -1) return turns;
  return index === -1 ? insertTurn(turns, updated) : replaceTurn(turns, index, updated);
}

function updateTurn(turn: Turn, message: ServerMessage): Turn {
  if (message.type === 'system' && isJobMessage(message)) return advanceTurn(turn, message);
  if (message.type === 'image' && message.preview === true) return previewTurn(turn, message);
  const answered = rememberMaker({ ...turn, replies: addReply(turn.replies, message) }, message);
  if (message.type === 'error') return failTurn(answered, message);
  return message.type === 'video' ? withoutPreview(answered) : answered;
}

function previewTurn(turn: Turn, preview: ImageMessage): Turn {
  return isOver(turn.job) ? turn : { ...turn, preview, job: showPreview(turn.job, preview) };
}

/** Only an error that names the job ends it: a refused prompt may be sent again. */
function failTurn(turn: Turn, message: ErrorMessage): Turn {
  return message.jobId === undefined ? turn : withoutPreview({ ...turn, job: advanceJob(turn.job, message) });
}

function advanceTurn(before: Turn, message: JobSystemMessage): Turn {
  const recalled = rememberMaker(recallPrompt(datedByServer(before, message), message), message);
  const job = advanceJob(recalled.job, message);
  if (job === recalled.job) return recalled;
  const turn = message.event === 'started' ? beginAgain(recalled) : recalled;
  return isActive(job) ? { ...turn, job } : withoutPreview({ ...turn, job });
}

/** A job that a crash has interrupted starts twice: what the first run has not finished begins anew. */
function beginAgain(turn: Turn): Turn {
  const complete = turn.replies.filter((reply) => reply.kind !== 'text' || !reply.isGrowing);
  return withoutPreview(complete.length === turn.replies.length ? turn : { ...turn, replies: complete });
}

/**
 * Prompt and answer are dated by one clock, the server's, from when it has accepted the prompt: where this device's is
 * wrong, a prompt would read later than its answer.
 */
function datedByServer(turn: Turn, message: JobSystemMessage): Turn {
  const isFirst = message.event === 'accepted' && turn.job === undefined;
  return isFirst && turn.at !== message.ts ? { ...turn, at: message.ts } : turn;
}

/** A page that did not send the prompt, or was loaded again since, reads it from the server's answer. */
function recallPrompt(turn: Turn, message: JobSystemMessage): Turn {
  const prompt = turn.prompt === undefined ? toldPrompt(message) : undefined;
  return prompt === undefined ? turn : { ...turn, prompt };
}

/** The clip says best what it was made with; before that it is known what was to make it. */
function rememberMaker(turn: Turn, message: ServerMessage): Turn {
  if (message.type === 'video' && message.madeWith !== undefined) return { ...turn, madeWith: message.madeWith };
  if (!isAccepted(message) || message.madeWith === undefined || turn.madeWith !== undefined) return turn;
  return { ...turn, madeWith: message.madeWith };
}

/**
 * A basic server names no job. Its transient messages (progress, a preview) are a turn without replies at the end until
 * the next message takes its place, and each durable one is an article of its own.
 */
function updateLoose(turns: readonly Turn[], message: ServerMessage): readonly Turn[] {
  const same = indexOf(turns).ofReply(turns, message.id);
  const known = turns[same];
  if (known !== undefined) return replaceTurn(turns, same, updateTurn(known, message));
  const place = transientPlace(turns);
  const fresh: Turn = { id: message.id, at: message.ts, replies: [] };
  const moved = updateTurn(turns[place] ?? fresh, message);
  const others = place === -1 ? turns : dropTurn(turns, place);
  if (isTransient(moved) && moved.job !== undefined && isActive(moved.job))
    return putTurn(others, others.length, moved);
  const saysNothing = message.type === 'system' && isJobMessage(message) && !message.content;
  return saysNothing ? others : putTurn(others, others.length, { ...fresh, replies: addReply([], message) });
}

/** Where the transient turn stands; -1 for nowhere. It is behind every article that belongs to no prompt. */
function transientPlace(turns: readonly Turn[]): number {
  const place = turns.findLastIndex(({ jobId, promptId }) => jobId === undefined && promptId === undefined);
  const turn = turns[place];
  return turn !== undefined && isTransient(turn) ? place : -1;
}

function isTransient({ jobId, promptId, replies }: Turn): boolean {
  return jobId === undefined && promptId === undefined && replies.length === 0;
}
