import type { EngineInfo, EngineProfile, MadeWith } from './engines.ts';
import type { Limits } from './limits.ts';
import type { SceneData } from './scene.ts';

/** What every message from a server carries. */
export interface Envelope {
  /** A UUID; deltas of one text share it. */
  readonly id: string;
  /** When it was made, in milliseconds since the Unix epoch. */
  readonly ts: number;
  /** 1, 2, 3 … without a gap for each user code. Present on durable messages, which are replayed; absent on transient ones. */
  readonly seq?: number;
  /** The job that it belongs to. */
  readonly jobId?: string;
  /** The `id` of the client's message that it answers. */
  readonly replyTo?: string;
}

/** A text reply, whole or growing. */
export interface TextMessage extends Envelope {
  readonly type: 'text';
  /** The text, or the next piece of it. */
  readonly content: string;
  /**
   * Adds `content` to the text with the same `id`. Without it `content` is all of the text so far: the end of it where
   * there is a `seq` or no `jobId`, and otherwise more may follow.
   */
  readonly append?: true;
  /** The prompt that the bot makes of the wish, and gives to the engine in its place. */
  readonly prompt?: string;
  /**
   * The prompts of the shots that the bot makes of the wish, each a job of its own that follows it. Where not all had room in
   * the queue, a later text has those that did.
   */
  readonly shots?: readonly string[];
  /** What the engine has read in the prompt. */
  readonly scene?: SceneData;
}

/** What videos and images share. Exactly one of `url`, `data` and `body` is present. */
export interface MediaFields extends Envelope {
  /**
   * `http`, `https`, `blob` or `data:` of the right kind; relative to the server's own origin where it has no scheme.
   */
  readonly url?: string;
  /** The medium itself, base64. */
  readonly data?: string;
  /** The medium itself, from a binary frame. Never in JSON. */
  readonly body?: Uint8Array<ArrayBuffer>;
  /** What the medium is, for example `video/mp4`. */
  readonly mimeType: string;
  /** A file name to offer for a download. */
  readonly name?: string;
  /** Pixels. */
  readonly width?: number;
  /** Pixels. */
  readonly height?: number;
  /** Size of the medium in bytes. */
  readonly bytes?: number;
}

/** A finished clip. */
export interface VideoMessage extends MediaFields {
  readonly type: 'video';
  /** How long it plays, in milliseconds. */
  readonly durationMs?: number;
  /** A still to show before it plays; the same schemes as `url`. */
  readonly posterUrl?: string;
  /** The engine that made it, and the options as it took them. */
  readonly madeWith?: MadeWith;
}

/** A still. */
export interface ImageMessage extends MediaFields {
  readonly type: 'image';
  /** A transient frame of a job under way, replaced by the next one. */
  readonly preview?: true;
}

/** Something went wrong; with a `jobId`, that job is over. */
export interface ErrorMessage extends Envelope {
  readonly type: 'error';
  /** One of {@link ErrorCode} from our gateway; a basic server may send another. */
  readonly code: string;
  /** What went wrong, for people. */
  readonly content: string;
  /** Whether the same thing may succeed later. */
  readonly retryable: boolean;
  /** How long to wait before that, in milliseconds. */
  readonly retryAfterMs?: number;
  /** What the engine itself said, in its own language. */
  readonly detail?: string;
}

/** The stable names of what can go wrong. */
export const ERROR_CODES = [
  'bad_frame',
  'too_large',
  'rate_limited',
  'queue_full',
  'storage_full',
  'quota_used',
  'intake_paused',
  'engine_unknown',
  'engine_failed',
  'engine_unavailable',
  'engine_timeout',
  'engine_uncertain',
  'engine_unauthorized',
  'engine_no_credit',
  'model_not_found',
  'content_refused',
  'prompt_too_long',
  'options_refused',
  'result_unusable',
  'not_found',
  'unsupported',
  'internal',
] as const;

/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A message of a type that this version does not know: passed on to whoever takes all messages. */
export interface UnknownMessage extends Envelope {
  readonly type: 'unknown';
  /** The type as it was sent. */
  readonly sourceType: string;
  /** The message as it was sent. */
  readonly raw: Readonly<Record<string, unknown>>;
}

interface SystemFields extends Envelope {
  readonly type: 'system';
  /** A sentence for people. */
  readonly content?: string;
}

/** The first message of a full server; a basic server sends none. */
export interface WelcomeMessage extends SystemFields {
  readonly event: 'welcome';
  /** Names the log that `seq` counts in. */
  readonly epoch: string;
  /** The newest `seq` of this user code; 0 where there is none. */
  readonly lastSeq: number;
  /** Whether everything after the client's `after` follows. */
  readonly recovered: boolean;
  /** How long a client lets the socket be silent before it pings, in milliseconds. */
  readonly heartbeatMs: number;
  /** The version of the protocol that the server follows. */
  readonly version: number;
  /** After a loss, by up to how much longer a client waits by chance, in milliseconds. */
  readonly reconnectJitterMs?: number;
  /** What the server can do beyond the protocol's first version, by name, for example `uploads`. */
  readonly features: readonly string[];
  /** What the server accepts at most. */
  readonly limits: Limits;
  /** What draws. */
  readonly engine: EngineInfo;
  /** Every engine that a prompt may choose, the default first; absent where the server tells of none but `engine`. */
  readonly engines?: readonly EngineProfile[];
}

/** The prompt `replyTo` has become the job `jobId`. */
export interface AcceptedMessage extends SystemFields {
  readonly event: 'accepted';
  /** What the prompt says, for a client that did not send it or has forgotten it. */
  readonly prompt?: string;
  /** Addresses of the prompt's reference images, as the server serves them. */
  readonly attachments?: readonly string[];
  /** The engine that is to make it, and the options as they were asked for. */
  readonly madeWith?: MadeWith;
  /** The `id` of the prompt before it in its conversation, or of the wish that it is a shot of. */
  readonly follows?: string;
}

/** The job waits. */
export interface QueuedMessage extends SystemFields {
  readonly event: 'queued';
  /** How many jobs run before it, itself included: 1 is next. */
  readonly position: number;
}

/** The engine works on the job. */
export interface StartedMessage extends SystemFields {
  readonly event: 'started';
}

/** How far a job is. Transient. */
export interface ProgressMessage extends SystemFields {
  readonly event: 'progress';
  /** 0 to 1. */
  readonly progress: number;
  /** The engine's word for what it does now, for example `draw`. */
  readonly stage?: string;
  /** The engine's own estimate of what is left, in milliseconds. */
  readonly etaMs?: number;
}

/** The job is over, and what it made has been sent. */
export interface CompletedMessage extends SystemFields {
  readonly event: 'completed';
}

/** The job is over because its client asked for that. */
export interface CancelledMessage extends SystemFields {
  readonly event: 'cancelled';
}

/** What the client asked for was trimmed. */
export interface GapMessage extends SystemFields {
  readonly event: 'gap';
  /** Everything from this `seq` on is there. */
  readonly fromSeq: number;
}

/** Answers a ping. Transient. */
export interface PongMessage extends SystemFields {
  readonly event: 'pong';
}

/** A notice without a meaning to programs: a basic server's, or an event that this version does not know. */
export interface NoticeMessage extends SystemFields {
  readonly event: 'notice';
  /** The event as it was sent, if there was one. */
  readonly sourceEvent?: string;
}

/** The state of the connection or of a job. */
export type SystemMessage =
  | WelcomeMessage
  | AcceptedMessage
  | QueuedMessage
  | StartedMessage
  | ProgressMessage
  | CompletedMessage
  | CancelledMessage
  | GapMessage
  | PongMessage
  | NoticeMessage;

/** The five kinds of the guide by their wire names. */
export interface MessageByType {
  /** Replies in words. */
  readonly text: TextMessage;
  /** Finished clips. */
  readonly video: VideoMessage;
  /** Stills. */
  readonly image: ImageMessage;
  /** The state of jobs and of the connection. */
  readonly system: SystemMessage;
  /** What went wrong. */
  readonly error: ErrorMessage;
}

/** The wire name of one of the guide's five kinds. */
export type MessageType = keyof MessageByType;

/** Every type in the order of the guide; a golden list for tables and specs. */
export const MESSAGE_TYPES = ['text', 'video', 'image', 'system', 'error'] as const satisfies MessageType[];

/** Anything that a server sends. */
export type ServerMessage = MessageByType[MessageType] | UnknownMessage;
