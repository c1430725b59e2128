/** What was asked before in the same conversation, and what came of it. */
export interface PastTurn {
  readonly asked: string;
  /** How many reference images came with it; absent where none did. */
  readonly images?: number;
  /** What the bot said to it; absent where it said nothing. */
  readonly answer?: string;
  /** What was given to the engine; absent where no clip came of it. */
  readonly prompt?: string;
}

/** What a person has written, with what a bot has to know to answer it. */
export interface BotRequest {
  readonly content: string;
  /** How many reference images came with it, which the engine is given and the bot is not; absent where none did. */
  readonly images?: number;
  /** Oldest first. */
  readonly past: readonly PastTurn[];
}

/** What is to be made of what a person has written. */
export type Decision =
  /** It is no wish for a video: the answer is all. */
  | { readonly kind: 'answer' }
  /** One clip, of this prompt. */
  | { readonly kind: 'clip'; readonly prompt: string }
  /** A clip for each shot, in order. */
  | { readonly kind: 'shots'; readonly prompts: readonly string[] };

/** What a bot yields while it answers. */
export type BotEvent =
  /** A piece of the text; the pieces joined are the whole text. */
  | { readonly kind: 'text'; readonly delta: string }
  /** The end of it, with all of the text. */
  | { readonly kind: 'decision'; readonly text: string; readonly decision: Decision };

/** Something that reads what people write before an engine does. */
export interface Bot {
  /**
   * Answers. The iteration ends after the `decision`, throws where the bot fails, and throws `signal.reason` soon after
   * `signal` is aborted.
   */
  respond(request: BotRequest, signal: AbortSignal): AsyncIterable<BotEvent>;
}
