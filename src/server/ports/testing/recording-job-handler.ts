import { EventEmitter, once } from 'node:events';
import type { Job, JobHandler } from '../index.ts';

/** A handler that writes down what a queue calls, and whose jobs end when a spec says so. */
export class RecordingJobHandler implements JobHandler {
  /** What was called, in order: `accepted 一`, `moved 二 1`, `run 一`, `aborted 一 cancelled`. */
  readonly calls: string[] = [];
  readonly #ends = new Map<string, () => void>();
  readonly #emitter = new EventEmitter();
  #failure: Error | undefined;

  accepted(job: Job): Promise<void> {
    this.#record(`accepted ${job.prompt.content}`);
    return this.#failure === undefined ? Promise.resolve() : Promise.reject(this.#failure);
  }

  async run(job: Job, signal: AbortSignal): Promise<void> {
    const { content } = job.prompt;
    this.#record(`run ${content}`);
    await new Promise<void>((resolve, reject) => {
      this.#ends.set(content, resolve);
      this.#ends.set(`${content} badly`, () => reject(new Error(`${content} fell over`)));
      signal.addEventListener('abort', () => {
        this.#record(`aborted ${content} ${String(signal.reason)}`);
        resolve();
      });
    });
  }

  cancelled(job: Job): Promise<void> {
    this.#record(`cancelled ${job.prompt.content}`);
    return Promise.resolve();
  }

  moved(job: Job, position: number): void {
    this.#record(`moved ${job.prompt.content} ${position}`);
  }

  /** Ends a running job, by the content of its prompt. */
  end(content: string): void {
    this.#ends.get(content)?.();
  }

  /** Makes the run of a job reject. */
  endBadly(content: string): void {
    this.#ends.get(`${content} badly`)?.();
  }

  /** Makes `accepted` reject from now on, or no longer. */
  failToAccept(failure: Error | undefined): void {
    this.#failure = failure;
  }

  /** Resolves once a call has been made, now or before. */
  async called(call: string): Promise<void> {
    while (!this.calls.includes(call)) await once(this.#emitter, 'call');
  }

  #record(call: string): void {
    this.calls.push(call);
    this.#emitter.emit('call');
  }
}
