/** What a gateway takes at most; told to every client in `welcome`. */
export interface Limits {
  /** Unicode code points in the `content` of a prompt. */
  readonly maxContentLength: number;
  /** Bytes in one frame from a client; a larger one closes the socket with 1009. */
  readonly maxFrameBytes: number;
}

/** The limits of our gateway, and what a client assumes of a server that tells none. */
export const DEFAULT_LIMITS: Limits = { maxContentLength: 4_000, maxFrameBytes: 64 * 1024 };

/** Length of a text as people count it: code points, so that an emoji or a rare Han character is one. */
export function contentLength(content: string): number {
  let length = 0;
  for (const _ of content) length++;
  return length;
}
