import type { ImageMessage, LogName, PromptMessage, ServerMessage, VideoMessage } from '../../../services/index.ts';
import type { PromptFailure } from '../../conversation-model/turn.ts';

/** A conversation without what was said in it. */
export interface ConversationRecord {
  readonly id: string;
  /** The name that the person gave it; without one it is called after its first prompt. */
  readonly title?: string;
  /** What its first prompt says, cut short. */
  readonly opening?: string;
  /** In milliseconds since the Unix epoch, like every time here. */
  readonly createdAt: number;
  /** When something was last asked or made in it. */
  readonly changedAt: number;
  /** When something in it last came to its end, by this device's clock. */
  readonly finishedAt?: number;
  /** When it was last looked at. */
  readonly seenAt?: number;
  /** Where the still is that stands for it: of what was made in it last. */
  readonly posterUrl?: string;
  /** When it was pinned to the top of the list. */
  readonly pinnedAt?: number;
  /** When it was deleted: it is out of sight, and can still be brought back. */
  readonly deletedAt?: number;
  /** Whether what was said in it is gone for good. */
  readonly isErased?: true;
}

/** What may be changed in a conversation; null takes a value away. */
export interface ConversationChange {
  readonly title?: string | null;
  readonly seenAt?: number;
  readonly pinnedAt?: number | null;
  readonly deletedAt?: number | null;
  /** What was said in it may be saved again. */
  readonly isErased?: null;
}

/** What the person asked. */
export interface PromptRecord {
  /** The `id` of the prompt. */
  readonly id: string;
  readonly conversationId: string;
  readonly at: number;
  /** The `position` of the last message that was saved before it; 0 for none. */
  readonly after: number;
  /** Absent where another device asked: its text comes with the server's answer. */
  readonly prompt?: PromptMessage;
  /** What the person has done with it since. */
  readonly setAside?: 'withdrawn' | 'resent';
  /** Why it was not sent. */
  readonly failure?: PromptFailure;
}

/** What may be changed in a prompt. */
export type PromptChange = Partial<Pick<PromptRecord, 'setAside' | 'failure'>>;

/** What is saved of the server's side: a durable message, or a place where some are missing. */
export type StoredEvent =
  | { readonly kind: 'received'; readonly message: ServerMessage }
  | {
      readonly kind: 'gap';
      readonly id: string;
      readonly at: number;
      /** How many messages are gone; null where nobody knows. */
      readonly missing: number | null;
    };

/** An event on its way into the history. */
export interface NewEvent {
  /**
   * Names the message; a second one of the same name is not saved, but a text without a position in the log grows, and
   * what says something else has a name of its own.
   */
  readonly id: string;
  readonly conversationId: string;
  /** The log that it came in, as {@link logId} has it; absent with a basic server. */
  readonly log?: string;
  readonly event: StoredEvent;
}

/** An event as it is saved. */
export interface EventRecord extends NewEvent {
  /** Where it stands among all that have arrived, from 1 on. */
  readonly position: number;
  readonly jobId?: string;
  /** For a finished clip or still, when it was made. */
  readonly mediumAt?: number;
}

/** How much of a log is saved on this device. */
export interface LogRecord extends LogName {
  /** The newest `seq` up to which nothing is missing here. */
  readonly seq: number;
  /** Up to which it was said before this device followed the log: to a person who was elsewhere then it is no news. */
  readonly restoredTo?: number;
}

/** A way that a page has come in a log: it has everything after `from`, up to `to`. */
export interface LogProgress {
  readonly log: LogName;
  readonly from: number;
  readonly to: number;
  /** The newest `seq` that the server had when it greeted. */
  readonly replayedTo?: number;
}

/** What is said in a conversation, in order. */
export interface ConversationContent {
  readonly prompts: readonly PromptRecord[];
  readonly events: readonly EventRecord[];
}

/** A finished clip or still, and where it belongs. */
export interface StoredMedium {
  readonly message: VideoMessage | ImageMessage;
  readonly conversationId: string;
  readonly prompt?: PromptMessage;
}

/** Names a log among others, without telling the user code. */
export function logId({ code, epoch }: LogName): string {
  return `${epoch} ${code.slice(0, 8)}`;
}

/** The address of the still that stands for a message; undefined for one that shows nothing, or brings it along. */
export function posterUrlOf(message: ServerMessage): string | undefined {
  if (message.type === 'video') return message.posterUrl;
  return message.type === 'image' && message.preview !== true ? message.url : undefined;
}

/** How many code points of a first prompt are saved with its conversation. */
const OPENING_LENGTH = 120;

/** The beginning of a prompt, on one line. */
export function openingOf({ content }: PromptMessage): string {
  return [...content.trim().replaceAll(/\s+/g, ' ')].slice(0, OPENING_LENGTH).join('');
}
