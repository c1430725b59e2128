/** What a gateway takes at most; told to every client in `welcome`. */
export interface Limits {
  /** Unicode code points in the `content` of a prompt. */
  readonly maxContentLength: number;
  /** Bytes in one frame from a client; a larger one closes the socket with 1009. */
  readonly maxFrameBytes: number;
}

/** The limits of our gateway, and what a client assumes of a server that tells none. */
export const DEFAULT_LIMITS: Limits = { maxContentLength: 4_000, maxFrameBytes: 64 * 1024 };

/**
 * The longest that anybody is made to wait, in milliseconds: a day. Timers end at 24 days, and one that is longer ends at
 * once: what was to be waited for long would be tried without a pause.
 */
export const MAX_WAIT_MS = 24 * 60 * 60 * 1_000;

/** Length of a text as people count it: code points, so that an emoji or a rare Han character is one. */
export function contentLength(content: string): number {
  let length = 0;
  for (const _ of content) length++;
  return length;
}
