import type { LogName, ServerMessage } from '../../../services/index.ts';
import { endOf, isAccepted } from '../../conversation-model/job-lifecycle.ts';
import { toldPrompt } from '../../conversation-model/told-prompt.ts';
import type { HistoryContent, NewPrompt } from './history-store.ts';
import {
  type ConversationChange,
  type ConversationRecord,
  type EventRecord,
  type StoredMedium,
  type LogProgress,
  type LogRecord,
  type NewEvent,
  openingOf,
  posterUrlOf,
} from './records.ts';

/** What both stores make of what they are given. */

/** A conversation after one more prompt. */
export function withPrompt(
  known: ConversationRecord | undefined,
  { conversationId: id, at, prompt }: NewPrompt,
): ConversationRecord {
  const before: ConversationRecord = known ?? { id, createdAt: at, changedAt: at };
  return {
    ...before,
    changedAt: Math.max(before.changedAt, at),
    ...(before.opening === undefined && prompt !== undefined && { opening: openingOf(prompt) }),
  };
}

/** A conversation in which somebody asks: where it was deleted meanwhile, in another tab, that brings it back. */
export function undeleted(known: ConversationRecord | undefined): ConversationRecord | undefined {
  if (known === undefined) return undefined;
  const { deletedAt: _, isErased: __, ...record } = known;
  return record;
}

/** A conversation that begins with an event, before that is counted in. */
export function conversationBegunBy({ conversationId: id, event }: NewEvent): ConversationRecord {
  const at = event.kind === 'gap' ? event.at : event.message.ts;
  return { id, createdAt: at, changedAt: at };
}

/** Where and when an event arrives. */
interface Arrival {
  /** This device's time. */
  readonly now: number;
  /** Up to which its log was said before this device followed it. */
  readonly restoredTo: number;
}

/** A conversation after one more event. */
export function withEvent(known: ConversationRecord, { event }: NewEvent, arrival: Arrival): ConversationRecord {
  if (event.kind === 'gap') return known;
  const { message } = event;
  const { opening } = known;
  const posterUrl = posterUrlOf(message);
  const content = opening === undefined && isAccepted(message) ? message.prompt : undefined;
  return {
    ...known,
    changedAt: Math.max(known.changedAt, message.ts),
    ...(isResult(message) && withResult(known, message, arrival)),
    ...(posterUrl !== undefined && { posterUrl }),
    ...(content !== undefined && { opening: openingOf({ type: 'text', id: message.id, content }) }),
  };
}

/** What this device gets by a restore was a result long before: it counts as seen then. */
function withResult(
  { finishedAt = 0, seenAt = 0 }: ConversationRecord,
  { ts, seq }: ServerMessage,
  { now, restoredTo }: Arrival,
): Partial<ConversationRecord> {
  if (seq === undefined || seq > restoredTo) return { finishedAt: now };
  const at = Math.min(ts, now);
  return { finishedAt: Math.max(finishedAt, at), seenAt: Math.max(seenAt, at) };
}

/** Whether a message is a result that the person has waited for, or tells that there will be none. */
function isResult(message: ServerMessage): boolean {
  const end = endOf(message);
  return message.type === 'video' || end === 'completed' || end === 'failed';
}

/** A conversation after a change of it. */
export function withChange(known: ConversationRecord, change: ConversationChange): ConversationRecord {
  const fields = Object.entries({ ...known, ...change }).filter(([, value]) => value !== null);
  return Object.fromEntries(fields) as unknown as ConversationRecord;
}

/** An event as it is saved, but for its place. */
export function toRecord(added: NewEvent): Omit<EventRecord, 'position'> {
  const { event } = added;
  if (event.kind === 'gap') return added;
  const { message } = event;
  const isMedium = message.type === 'video' || (message.type === 'image' && message.preview !== true);
  return {
    ...added,
    ...(message.jobId !== undefined && { jobId: message.jobId }),
    ...(isMedium && { mediumAt: message.ts }),
  };
}

/** A text that a server without a log sends in pieces is one; null where the known event stays as it is. */
export function withPiece(known: EventRecord, { event }: NewEvent): EventRecord | null {
  if (known.event.kind === 'gap' || event.kind === 'gap') return null;
  const [before, piece] = [known.event.message, event.message];
  if (before.type !== 'text' || piece.type !== 'text' || piece.seq !== undefined || before.seq !== undefined)
    return null;
  const content = piece.append === true ? before.content + piece.content : piece.content;
  return { ...known, event: { kind: 'received', message: { ...before, content } } };
}

/** How much of what a message says goes into its name. */
const MARK_LENGTH = 100;

/**
 * The name of an event under which another one is known: a server without a log may count anew for each page, and what it
 * says now must not be lost, nor take the place of what it said then. Undefined where it is the known one again, or its
 * next piece. Each page and tab makes the same name of the same message.
 */
export function nameOfAnother(known: EventRecord, { id, event }: NewEvent): string | undefined {
  if (known.event.kind === 'gap' || event.kind === 'gap') return undefined;
  const [before, now] = [known.event.message, event.message];
  if (before.seq !== undefined || now.seq !== undefined) return undefined;
  const mark = markOf(now);
  const isSame = before.type === now.type && (mark === undefined || mark === markOf(before) || isNextOf(before, now));
  return isSame ? undefined : `${id} ${now.type} ${mark?.slice(0, MARK_LENGTH) ?? ''}`;
}

/** What tells a message from another of its type: what it says, or where it is. */
function markOf(message: ServerMessage): string | undefined {
  if (message.type === 'video') return message.url;
  return message.type === 'text' || message.type === 'error' ? message.content : undefined;
}

/** Whether a text is one more piece of another, or the whole of which that was the beginning. */
function isNextOf(before: ServerMessage, now: ServerMessage): boolean {
  if (before.type !== 'text' || now.type !== 'text') return false;
  return before.append === true || now.append === true || now.content.startsWith(before.content);
}

/**
 * A log after some progress in it; null where it stays: the progress is in another log, or begins after a missing range.
 * One of which nothing is known, because the browser has cleared it, begins at its first message or not at all.
 */
export function withProgress(known: LogRecord | undefined, progress: LogProgress): LogRecord | null {
  const { log, from, to } = progress;
  const restoredTo = restoredToOf(known, progress);
  if (known === undefined) return from === 0 ? { ...log, seq: to, ...(restoredTo > 0 && { restoredTo }) } : null;
  const follows = known.epoch === log.epoch && from <= known.seq && to > known.seq;
  return follows ? { ...known, seq: to } : null;
}

/** Up to which a log was said before this device followed it; 0 where it has done so from the beginning. */
export function restoredToOf(known: LogRecord | undefined, progress: LogProgress | undefined): number {
  if (progress === undefined) return 0;
  if (known === undefined) return progress.from === 0 ? (progress.replayedTo ?? 0) : 0;
  return known.epoch === progress.log.epoch ? (known.restoredTo ?? 0) : 0;
}

/** A log after a server has greeted with it. */
export function withGreeting(known: LogRecord | undefined, log: LogName, lastSeq: number): LogRecord {
  return known?.epoch === log.epoch && known.seq <= lastSeq ? known : { ...log, seq: 0 };
}

/** Whether a conversation is deleted, and what was said in it is still there. */
export function awaitsErasure({ deletedAt, isErased }: ConversationRecord): boolean {
  return deletedAt !== undefined && isErased !== true;
}

/** The newest of some conversations; undefined where there is none that is not deleted. */
export function newestOf(conversations: readonly ConversationRecord[]): ConversationRecord | undefined {
  return conversations
    .filter(({ deletedAt }) => deletedAt === undefined)
    .reduce<ConversationRecord | undefined>(
      (best, other) => (best === undefined || other.changedAt > best.changedAt ? other : best),
      undefined,
    );
}

/** The media among some events, newest first. What was asked on another device is in those too. */
export function mediaOf({ conversations, prompts, events }: Omit<HistoryContent, 'logs'>): readonly StoredMedium[] {
  const visible = new Set(conversations.filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id));
  const told = events.flatMap(({ event }) => (event.kind === 'gap' ? [] : (toldPrompt(event.message) ?? [])));
  const asked = prompts.flatMap(({ prompt }) => prompt ?? []);
  const promptById = new Map([...told, ...asked].map((prompt) => [prompt.id, prompt]));
  return events
    .filter(({ mediumAt, conversationId }) => mediumAt !== undefined && visible.has(conversationId))
    .toSorted((one, other) => (other.mediumAt ?? 0) - (one.mediumAt ?? 0) || other.position - one.position)
    .flatMap(({ event, conversationId }) => {
      if (event.kind === 'gap' || (event.message.type !== 'video' && event.message.type !== 'image')) return [];
      const { message } = event;
      const prompt = message.replyTo === undefined ? undefined : promptById.get(message.replyTo);
      return [{ message, conversationId, ...(prompt !== undefined && { prompt }) }];
    });
}
