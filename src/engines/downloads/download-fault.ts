/** Why a finished file did not become a clip. */
export type DownloadFaultCode =
  /** The address is not http or https, or leads into a network that is not permitted. */
  | 'address_refused'
  /** No connection, or it broke. */
  | 'unreachable'
  /** The server answered with an error. */
  | 'bad_answer'
  /** It took longer than its deadline, or nothing came for too long. */
  | 'timed_out'
  | 'too_large'
  /** This machine's disk is full, or can't be written to. */
  | 'not_stored'
  /** The file ends too early. */
  | 'truncated'
  /** The file has no picture that moves: an image, a sound, a page of text. */
  | 'not_a_video'
  /** A video in a container or with a codec that browsers don't play. */
  | 'not_playable';

/** Those that may pass: the same address is worth another try. */
const TRANSIENT: readonly DownloadFaultCode[] = ['unreachable', 'timed_out', 'truncated', 'not_stored'];

/** What may be said of a fault beside its words. */
export interface DownloadFaultDetails extends ErrorOptions {
  /** Default: by its code. */
  readonly isTransient?: boolean;
  /** How long the server asked to be left alone, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** A finished file did not become a clip. The message is for an operator, and names no address but its host. */
export class DownloadFault extends Error {
  override readonly name = 'DownloadFault';
  readonly code: DownloadFaultCode;
  readonly isTransient: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: DownloadFaultCode, message: string, details: DownloadFaultDetails = {}) {
    super(message, details);
    this.code = code;
    this.isTransient = details.isTransient ?? TRANSIENT.includes(code);
    this.retryAfterMs = details.retryAfterMs;
  }
}
