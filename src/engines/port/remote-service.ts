import type { JsonValue } from './job-journal.ts';
import type { EngineEvent, EngineRequest } from './video-engine.ts';

/** An operation that was started earlier, with what has to be known to go on with it. */
export interface RemoteOperation {
  readonly request: EngineRequest;
  /** What {@link RemoteService.start} resolved with, as it was stored. */
  readonly handle: JsonValue;
  /** When it was started, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
}

/**
 * One server that makes videos, by its address. An adapter says only how to talk to it, each method once and
 * without waiting; `RemoteEngine` adds what is the same for all: the journal, retries with backoff, cancelling, resuming.
 *
 * Every method rejects with an `EngineFault` for what stays and a `TransientFault` for what may pass; anything else counts
 * as `engine_failed`. Each is to reject soon after its signal is aborted.
 */
export interface RemoteService {
  /** Names the server, and is stored with its jobs: its address, say. No secret in it. */
  readonly endpoint: string;
  /** Asks for a clip. Resolves with what the operation is called there. */
  start(request: EngineRequest, signal: AbortSignal): Promise<JsonValue>;
  /**
   * Looks for the operation of a request whose answer was lost. Resolves with what it is called. Rejects with a TransientFault
   * where the server can't be asked now, and with `engine_uncertain` where it does not show it for sure: that there is none is
   * never certain, because the request may still be on its way, or the server have forgotten what it did. Absent where nothing
   * lets one look.
   */
  find?(request: EngineRequest, startedAt: number, signal: AbortSignal): Promise<JsonValue>;
  /**
   * Follows the operation up to its end. Events as `VideoEngine.generate` yields them, the clip last. After a TransientFault
   * it is called again; what it yields then may repeat earlier progress.
   */
  follow(operation: RemoteOperation, signal: AbortSignal): AsyncIterable<EngineEvent>;
  /** Asks to stop the operation, as well as the server can. Nobody waits for it. Absent where it can't be stopped. */
  cancel?(operation: RemoteOperation, signal: AbortSignal): Promise<void>;
  /**
   * Asks whether the server is there, is what it is taken for, and takes the key, by something that costs nothing. Absent where
   * nothing can be asked so.
   */
  check?(signal: AbortSignal): Promise<void>;
  /** Ends what the adapter holds open. */
  close?(): Promise<void>;
}
