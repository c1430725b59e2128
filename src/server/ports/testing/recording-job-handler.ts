import { until } from '../../../testing/index.ts';
import type { Job, JobHandler, JobOutcome, JobRun, MessageDraft } from '../index.ts';

/** A handler that writes down what a queue calls, and whose jobs end when a spec says so. */
export class RecordingJobHandler implements JobHandler {
  /** What was called, in order: `accepted 一`, `moved 二 1`, `run 一`, `aborted 一 cancelled`. */
  readonly calls: string[] = [];
  readonly #ends = new Map<string, () => void>();
  /** Ends that were asked for before the run: a queue may begin it in its own time. */
  readonly #earlyEnds = new Set<string>();
  #failure: Error | undefined;
  readonly #goingOn = new Set<string>();
  readonly #runs = new Map<string, JobRun>();

  accept(job: Job): MessageDraft {
    this.#record(`accepted ${job.prompt.content}`);
    if (this.#failure !== undefined) throw this.#failure;
    return { type: 'system', event: 'accepted', jobId: job.id };
  }

  async run(job: Job, run: JobRun): Promise<JobOutcome> {
    const { signal, isRepeat } = run;
    const { content } = job.prompt;
    this.#runs.set(content, run);
    this.#record(`${isRepeat ? 'run again' : 'run'} ${content}`);
    await new Promise<void>((resolve, reject) => {
      this.#ends.set(content, resolve);
      this.#ends.set(`${content} badly`, () => reject(new Error(`${content} fell over`)));
      if (signal.aborted || this.#earlyEnds.delete(content)) resolve();
      signal.addEventListener('abort', () => {
        this.#record(`aborted ${content} ${String(signal.reason)}`);
        resolve();
      });
    }).finally(() => this.#ends.delete(content));
    if (signal.reason === 'shutdown') return undefined;
    if (this.#goingOn.delete(content)) return 'go-on';
    const result: MessageDraft = { type: 'text', content: `${content} is done`, jobId: job.id };
    return [result, { type: 'system', event: signal.aborted ? 'cancelled' : 'completed', jobId: job.id }];
  }

  cancelWaiting(job: Job): MessageDraft {
    this.#record(`cancelled ${job.prompt.content}`);
    return { type: 'system', event: 'cancelled', jobId: job.id };
  }

  reportPosition(job: Job, position: number): void {
    this.#record(`moved ${job.prompt.content} ${position}`);
  }

  /** The newest run of a job, by the content of its prompt. */
  runOf(content: string): JobRun {
    const run = this.#runs.get(content);
    if (run === undefined) throw new Error(`${content} has not run`);
    return run;
  }

  /** Ends a job that runs, or as soon as it does, by the content of its prompt. */
  end(content: string): void {
    const end = this.#ends.get(content);
    if (end === undefined) this.#earlyEnds.add(content);
    else end();
  }

  /** Ends the run of a job, which goes on by another one. */
  goOn(content: string): void {
    this.#goingOn.add(content);
    this.end(content);
  }

  /** Makes the run of a job reject. */
  endBadly(content: string): void {
    this.#ends.get(`${content} badly`)?.();
  }

  /** Makes `accept` throw from now on, or no longer. */
  failToAccept(failure: Error | undefined): void {
    this.#failure = failure;
  }

  /** Resolves once a call has been made, now or before. */
  async called(call: string): Promise<void> {
    await until(() => this.calls.includes(call), { what: call });
  }

  #record(call: string): void {
    this.calls.push(call);
  }
}
