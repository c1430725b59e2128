import type { SceneData } from './scene.ts';

/** How a clip should be; an engine takes the nearest that it can do. */
export interface ClipOptions {
  /** Length of the clip in seconds. */
  readonly seconds?: number;
  /** Width and height in pixels, `640x360`. */
  readonly size?: string;
  /** The same prompt with the same seed gives the same clip: an integer from 0 to 2³² − 1. */
  readonly seed?: number;
  /** A UUID: what has the same one was asked for together, to be compared. */
  readonly group?: string;
  /** What is to be seen, for an engine that takes it as data. */
  readonly scene?: SceneData;
}

/** What a prompt asks for besides its content. */
export interface PromptOptions extends ClipOptions {
  /** The id of one of the server's engines; the first of them where it is absent. */
  readonly engine?: string;
}

/** Asks for a video. */
export interface PromptMessage {
  readonly type: 'text';
  /** A UUID; sending it twice starts one job. */
  readonly id: string;
  /** What is to be seen, in words. */
  readonly content: string;
  /** How it is to be made; what is not said is the engine's choice. */
  readonly options?: PromptOptions;
  /** Addresses of reference images. */
  readonly attachments?: readonly string[];
  /** The `id` of the prompt before it in its conversation, where there is one: a bot that talks reads on from there. */
  readonly follows?: string;
  /** It goes to the engine as it is, whatever a bot that talks would make of it. */
  readonly verbatim?: true;
}

/** Stops the job of a prompt. */
export interface CancelMessage {
  readonly type: 'cancel';
  /** The `id` of the prompt. */
  readonly replyTo: string;
}

/** Asks for a sign of life. */
export interface PingMessage {
  readonly type: 'ping';
  /** A UUID that the `pong` names in `replyTo`. */
  readonly id: string;
}

/** Anything that a client sends. */
export type ClientMessage = PromptMessage | CancelMessage | PingMessage;
