import type {
  ErrorMessage,
  ImageMessage,
  MadeWith,
  PromptMessage,
  SceneData,
  SystemMessage,
  UnknownMessage,
  VideoMessage,
} from '../../services/index.ts';

/** How far the job of a prompt is. */
export interface Job {
  readonly status: 'accepted' | 'queued' | 'running' | 'completed' | 'cancelled' | 'failed' | 'lost';
  /** Its place among the jobs that wait; 1 is next. */
  readonly position?: number;
  /** 0 to 1. */
  readonly progress?: number;
  /** The engine's word for what it does. */
  readonly stage?: string;
  /** The engine's estimate of what is left, in milliseconds. */
  readonly etaMs?: number;
  /** In milliseconds since the Unix epoch, by the server's clock. */
  readonly startedAt?: number;
  /** Set where it was interrupted, and starts again: its engine may begin anew, or go on with what it had begun. */
  readonly hasStartedBefore?: true;
  /** In milliseconds since the Unix epoch, by the server's clock. */
  readonly endedAt?: number;
}

/** Whether something of the job is still to come. */
export function isActive(job: Job): boolean {
  return job.status === 'accepted' || job.status === 'queued' || job.status === 'running';
}

/** A text as far as it has come. */
export interface TextReply {
  readonly kind: 'text';
  readonly id: string;
  readonly at: number;
  readonly content: string;
  /** Whether the whole text is still to come. */
  readonly isGrowing: boolean;
  /** The prompt that the bot has made of the wish. */
  readonly prompt?: string;
  /** How many shots the bot makes of the wish, each a job of its own. */
  readonly shotCount?: number;
  /** What the engine has read in the prompt. */
  readonly scene?: SceneData;
}

/** A finished still. */
export interface ImageReply {
  readonly kind: 'image';
  readonly id: string;
  readonly message: ImageMessage;
}

/** A clip, and the still that stands for it where one was sent. */
export interface VideoReply {
  readonly kind: 'video';
  readonly id: string;
  readonly message: VideoMessage;
  readonly poster?: ImageMessage;
}

/** A line about the conversation itself. */
export interface SystemReply {
  readonly kind: 'system';
  readonly id: string;
  readonly message: SystemMessage | UnknownMessage;
}

/** A place where something of the conversation is missing. */
export interface GapReply {
  readonly kind: 'gap';
  readonly id: string;
  /** How many of the server's messages are gone; null where nobody knows. */
  readonly missing: number | null;
}

/** Something that went wrong. */
export interface ErrorReply {
  readonly kind: 'error';
  readonly id: string;
  readonly message: ErrorMessage;
}

/** One message of the bot's side. */
export type Reply = TextReply | ImageReply | VideoReply | SystemReply | GapReply | ErrorReply;

/** Why a prompt was not sent. */
export interface PromptFailure {
  /** For programs, as the delivery has it. */
  readonly reason: string;
  /** For people. */
  readonly cause: string;
}

/**
 * A prompt with everything that answers it. A message that belongs to no prompt is a turn of its own,
 * and so is a job of which the server has not said what was asked.
 */
export interface Turn {
  readonly id: string;
  /** In milliseconds since the Unix epoch. */
  readonly at: number;
  readonly prompt?: PromptMessage;
  /** Set where the person has done with the prompt: withdrew it, or sent it again under another id. */
  readonly setAside?: 'withdrawn' | 'resent';
  /** Why the prompt was not delivered; absent where it was, or may still be. */
  readonly failure?: PromptFailure;
  /** Known without the prompt where the server names it: enough to cancel its job. */
  readonly promptId?: string;
  readonly jobId?: string;
  readonly job?: Job;
  /** The engine that makes it or has made it, where the server says so. */
  readonly madeWith?: MadeWith;
  /** The newest preview of the job. */
  readonly preview?: ImageMessage;
  readonly replies: readonly Reply[];
}

/** The turn without the preview of its job. */
export function withoutPreview({ preview: _, ...turn }: Turn): Turn {
  return turn;
}

/** Everything that a conversation remembers. Immutable: a turn that has not changed stays the same object. */
export interface ConversationState {
  readonly turns: readonly Turn[];
}

/** How a conversation begins. */
export const EMPTY_CONVERSATION: ConversationState = { turns: [] };

/** The still that a job under way shows: its newest finished image, or else its newest preview. */
export function jobStill(turn: Turn): ImageMessage | undefined {
  if (turn.job === undefined || !isActive(turn.job)) return undefined;
  return stillReply(turn.replies)?.message ?? turn.preview;
}

/** The replies that stand by themselves: all but the image that the job's card shows. */
export function visibleReplies(turn: Turn): readonly Reply[] {
  if (turn.job === undefined || !isActive(turn.job)) return turn.replies;
  const still = stillReply(turn.replies);
  return still === undefined ? turn.replies : turn.replies.filter((reply) => reply !== still);
}

/** Its job while something of that is still to come; null else. */
export function activeJobOf({ job }: Turn): Job | null {
  return job !== undefined && isActive(job) ? job : null;
}

/** Whether the job's card reserves a place for a picture: until the clip itself is there. */
export function awaitsVideo({ job, replies }: Turn): boolean {
  return job?.status === 'running' && !replies.some(({ kind }) => kind === 'video');
}

/** What a person changes who wants something else: the prompt that the bot has made of the wish, or else the wish. */
export function promptToChange({ prompt, replies }: Turn): PromptMessage | undefined {
  const made = replies.find((reply) => reply.kind === 'text' && reply.prompt !== undefined);
  return prompt !== undefined && made?.kind === 'text' && made.prompt !== undefined
    ? { ...prompt, content: made.prompt }
    : prompt;
}

/**
 * What is asked again: what the engine was given, and the bot does not read that once more. Where no engine was given
 * anything yet, or no bot stands before it, what was asked.
 */
export function promptToRepeat(turn: Turn): PromptMessage | undefined {
  const { job, madeWith } = turn;
  const made = promptToChange(turn);
  const isRead = made !== turn.prompt || madeWith?.prompt !== undefined;
  if (made === undefined || job?.startedAt === undefined || !isRead) return turn.prompt;
  return { ...made, verbatim: true };
}

/** What the engine has read in the prompt, as far as it has said so. */
export function sceneOf({ replies }: Turn): SceneData | undefined {
  const told = replies.findLast((reply) => reply.kind === 'text' && reply.scene !== undefined);
  return told?.kind === 'text' ? told.scene : undefined;
}

/** How many shots the bot has made of the wish, as was said last: not all may have had room; 0 where it is no story. */
export function shotCountOf({ replies }: Turn): number {
  const told = replies.findLast((reply) => reply.kind === 'text' && reply.shotCount !== undefined);
  return told?.kind === 'text' ? (told.shotCount ?? 0) : 0;
}

/** Whether the bot has only said something: there is nothing to make again. */
export function isTalk({ job, replies }: Turn): boolean {
  return job?.status === 'completed' && replies.length > 0 && replies.every(({ kind }) => kind === 'text');
}

/** How many messages people see in a conversation. */
export function messageCount(turns: readonly Turn[]): number {
  return turns.reduce((count, turn) => count + (turn.prompt === undefined ? 0 : 1) + turn.replies.length, 0);
}

function stillReply(replies: readonly Reply[]): (Reply & { readonly kind: 'image' }) | undefined {
  if (replies.some(({ kind }) => kind === 'video')) return undefined;
  return replies.findLast((reply) => reply.kind === 'image');
}
