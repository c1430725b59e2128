/** What a function returns that must not throw: a value, or the reason why there is none. */
export type Result<Value, Fault> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Fault };

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

/** What a decoder makes of a frame or of a part of it. */
export type Decoded<Value> = Result<Value, FrameFault>;

/** Wraps a value as a successful {@link Result}. */
export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a fault as a failed {@link Result}. */
export function failure<Fault>(fault: Fault): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault };
}

/** A failed result for a frame that does not follow the contract. */
export function badFrame(reason: string): { readonly ok: false; readonly fault: FrameFault } {
  return failure({ code: 'bad_frame', reason });
}
