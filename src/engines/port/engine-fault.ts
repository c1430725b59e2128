import type { ErrorCode } from '../../protocol/index.ts';

/** Why a job ends without a clip: the part of the protocol's error codes that engines tell. */
export type EngineFaultCode = Extract<
  ErrorCode,
  | 'engine_failed'
  | 'engine_unavailable'
  | 'engine_timeout'
  | 'engine_uncertain'
  | 'engine_unauthorized'
  | 'engine_no_credit'
  | 'model_not_found'
  | 'content_refused'
  | 'prompt_too_long'
  | 'options_refused'
  | 'result_unusable'
  | 'internal'
>;

/** What is known of a fault besides its code. */
export interface EngineFaultOptions {
  /** The engine's own words, without secrets; shown to people who want to know more. */
  readonly detail?: string | undefined;
  readonly cause?: unknown;
}

/** A fault that stays: trying the same again gives the same. The code says which words people are told. */
export class EngineFault extends Error {
  override readonly name: string = 'EngineFault';
  readonly code: EngineFaultCode;
  readonly detail: string | undefined;

  constructor(code: EngineFaultCode, { detail, cause }: EngineFaultOptions = {}) {
    super(detail === undefined ? code : `${code}: ${detail}`, { cause });
    this.code = code;
    this.detail = detail;
  }
}

/** What is known of a fault that may pass. */
export interface TransientFaultOptions extends EngineFaultOptions {
  /** How long the engine asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /**
   * Of a request that starts an operation: whether it may have been started all the same (the connection broke, or the server
   * fell over). Then it is looked for, and never simply asked for again. Default false.
   */
  readonly mayHaveStarted?: boolean;
}

/** A fault that may pass: no connection, too much to do. It is tried again, until the job's deadline. */
export class TransientFault extends EngineFault {
  override readonly name = 'TransientFault';
  readonly retryAfterMs: number | undefined;
  readonly mayHaveStarted: boolean;

  constructor({ retryAfterMs, mayHaveStarted = false, ...options }: TransientFaultOptions = {}) {
    super('engine_unavailable', options);
    this.retryAfterMs = retryAfterMs;
    this.mayHaveStarted = mayHaveStarted;
  }
}
