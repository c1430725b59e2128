import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { EngineEvent, EngineRequest } from '../../port/video-engine.ts';
import type { ClipOrder, ClipReport } from './messages.ts';

// A frame of the largest size takes well below this; a thread that does not stop by then is ended.
const STOP_WITHIN_MS = 150;

/** A drawing thread. It makes one clip at a time. */
export class SketchThread {
  readonly #worker: Worker;
  #clips = 0;
  #isDead = false;

  constructor(script: URL) {
    this.#worker = new Worker(script);
    // Faults between two clips only mark the thread as dead; the engine then starts another.
    this.#worker.on('error', () => (this.#isDead = true));
    this.#worker.on('exit', () => (this.#isDead = true));
    this.#worker.unref();
  }

  /** Clips begun so far. */
  get clips(): number {
    return this.#clips;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /**
   * Makes a clip. Resolves when the thread is free again; rejects with `signal.reason` when aborted,
   * and with an error when the clip fails or the thread dies.
   */
  async make(request: EngineRequest, signal: AbortSignal, tell: (event: EngineEvent) => void): Promise<void> {
    this.#clips++;
    const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const { promise: over, resolve, reject } = Promise.withResolvers<undefined>();
    const onReport = (report: ClipReport) => {
      if (report.kind === 'event') tell(report.event);
      else if (report.kind === 'failed') reject(new Error(`The clip could not be drawn: ${report.message}`));
      else resolve(undefined);
    };
    const onError = (error: Error) =>
      reject(new Error(`The drawing thread crashed: ${error.message}`, { cause: error }));
    const onExit = (code: number) => reject(new Error(`The drawing thread ended with code ${code}.`));
    let deadline: NodeJS.Timeout | undefined;
    const onAbort = () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      deadline = setTimeout(() => void this.end(), STOP_WITHIN_MS);
    };
    this.#worker.ref();
    this.#worker.on('message', onReport).once('error', onError).once('exit', onExit);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      const { prompt, options, before, attachments = [] } = request;
      const references = attachments.map(({ bytes }) => bytes);
      const rest = { ...(options && { options }), ...(before && { before }) };
      this.#worker.postMessage({ prompt, stop, references, ...rest } satisfies ClipOrder);
      await over;
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      clearTimeout(deadline);
      signal.removeEventListener('abort', onAbort);
      this.#worker.off('message', onReport).off('error', onError).off('exit', onExit);
      this.#worker.unref();
    }
    signal.throwIfAborted();
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    if (this.#isDead) return;
    this.#isDead = true;
    await Promise.all([once(this.#worker, 'exit'), this.#worker.terminate()]);
  }
}
