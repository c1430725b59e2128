import type { LogName, PromptMessage } from '../../../services/index.ts';
import type {
  ConversationChange,
  ConversationContent,
  ConversationRecord,
  StoredMedium,
  LogProgress,
  LogRecord,
  NewEvent,
  PromptChange,
  PromptRecord,
} from './records.ts';

/** A prompt on its way into the history. */
export type NewPrompt = Omit<PromptRecord, 'after'>;

/** What tells to which conversation a message belongs: the prompt that it answers, its job, or else only its time. */
export interface MessageOrigin {
  readonly replyTo?: string;
  readonly jobId?: string;
  /** The prompt that its own one follows. */
  readonly follows?: string;
  /** What a message tells of, and in an `accepted` what was asked, and with which options. */
  readonly event?: string;
  readonly prompt?: string;
  readonly madeWith?: { readonly options?: { readonly group?: string } };
  /** In milliseconds since the Unix epoch. */
  readonly ts: number;
}

/** Everything that is saved. */
export interface HistoryContent extends ConversationContent {
  readonly conversations: readonly ConversationRecord[];
  readonly logs: readonly LogRecord[];
}

/**
 * Saves what was said, in the order in which it came, for every tab of this browser at once: each method is a
 * transaction, and what two tabs both write is saved once. Every method may reject.
 */
export interface HistoryStore {
  /** The conversations that are not deleted, in no order. */
  conversations(): Promise<readonly ConversationRecord[]>;
  /** The conversations that are deleted, but not erased yet, in no order. */
  deleted(): Promise<readonly ConversationRecord[]>;
  /** What is said in one conversation; nothing for one that is not there. */
  content(conversationId: string): Promise<ConversationContent>;
  /** Everything, for a search, and for a store that takes over. */
  everything(): Promise<HistoryContent>;
  /** The finished clips and stills of all conversations that are not deleted, newest first. */
  media(): Promise<readonly StoredMedium[]>;
  /** A prompt by its id; undefined where it is not there, or only its name is. */
  prompt(id: string): Promise<PromptMessage | undefined>;
  /** How much is saved of the log of a user code at a server. */
  log(code: string, endpoint: string): Promise<LogRecord | undefined>;

  /** Adds a prompt, and makes its conversation where there is none. One that is there stays as it is. */
  addPrompt(prompt: NewPrompt): Promise<void>;
  /** Changes a prompt; nothing where it is not there. */
  changePrompt(id: string, change: PromptChange): Promise<void>;
  /**
   * Finds the conversation of each of some messages, in their order. What answers nothing saved here goes where
   * {@link adoptMessages} says, and so does what follows it.
   */
  claim(origins: readonly MessageOrigin[]): Promise<readonly string[]>;
  /** Appends events, and how far they bring this device in the log: both, or neither. */
  append(events: readonly NewEvent[], progress?: LogProgress): Promise<void>;
  /**
   * Goes over to another log, from its beginning. Stays where it is in one of the same epoch, unless that has been
   * set back: it has only `lastSeq` messages.
   */
  enterLog(log: LogName, lastSeq: number): Promise<void>;
  /** Changes a conversation; nothing where it is not there. */
  changeConversation(id: string, change: ConversationChange): Promise<void>;
  /** Erases for good what was deleted before a time. Later messages of its jobs are dropped. */
  erase(deletedBefore: number): Promise<void>;
}
