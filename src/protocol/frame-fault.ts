import { failure } from './result.ts';

/** Why a frame could not become a message; the code is one that an `error` message carries. */
export interface FrameFault {
  /**
   * `bad_frame`: not JSON, or a field is missing or of the wrong shape.
   * `too_large`: a content or payload above its limit.
   * `unsupported`: a well-formed message of a type that this end does not take.
   */
  readonly code: 'bad_frame' | 'too_large' | 'unsupported';
  /** For developers, in English; it never repeats what the frame held. */
  readonly reason: string;
  /** The `id` of the message at fault, where it could be read, so that its sender can be told which it was. */
  readonly id?: string;
}

/** A failed result for a frame that does not keep to the contract. */
export function badFrame(reason: string): { readonly ok: false; readonly fault: FrameFault } {
  return failure({ code: 'bad_frame', reason });
}
