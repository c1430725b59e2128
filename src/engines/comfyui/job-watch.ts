import { sleep } from '../port/sleep.ts';
import type { EngineEvent } from '../port/video-engine.ts';
import type { ComfyUiApi, JobIds } from './server/comfyui-api.ts';
import type { JobState } from './server/job-state.ts';
import { JobSocket } from './socket/job-socket.ts';
import { WorkflowProgress } from './workflow-progress.ts';
import type { Workflow } from './workflow/workflow.ts';

/** What is watched. */
export interface JobWatchOptions extends JobIds {
  readonly api: ComfyUiApi;
  readonly workflow: Workflow;
  /** How long the socket may say nothing before the job's state is asked for, in milliseconds. */
  readonly silenceMs: number;
}

/** How long after its last message a job may still stand in the queue, in milliseconds. */
const LAST_STEP_MS = 100;
const RECONNECT_MS = 1_000;
/** More often nobody sees a preview change, in milliseconds. */
const PREVIEW_INTERVAL_MS = 250;
/** A socket that was silent so often in a row may be one that the server has forgotten. */
const SILENCES_PER_SOCKET = 3;

/**
 * Watches a job until it is over. The socket tells of progress and previews; whether the job is over is asked for by HTTP,
 * when the socket says so, is silent, or is closed: nothing is sent again after a reconnect, and the server's clean-up of
 * an old socket may silence the new one.
 */
export class JobWatch {
  readonly #options: JobWatchOptions;
  readonly #progress: WorkflowProgress;
  #state: JobState = { status: 'pending' };
  #reported = { progress: 0, stage: '' };
  #previewedAt = -Infinity;

  constructor(options: JobWatchOptions) {
    this.#options = options;
    this.#progress = new WorkflowProgress(options.workflow);
  }

  /** Where the job stood when the events ended. */
  get end(): JobState {
    return this.#state;
  }

  /** Progress and previews, until the job is over. Throws an `EngineFault` where the server can't be asked. */
  async *events(signal: AbortSignal): AsyncGenerator<EngineEvent, void, undefined> {
    const { api, promptId, silenceMs } = this.#options;
    let socket = await this.#openSocket(signal);
    let silences = 0;
    let waitMs = silenceMs;
    try {
      for (;;) {
        this.#state = await api.jobState(promptId, signal);
        if (this.#state.status !== 'pending' && this.#state.status !== 'running') return;
        const { isEnded, isSilent } = yield* this.#listen(socket, waitMs, signal);
        waitMs = isEnded ? LAST_STEP_MS : silenceMs;
        // Of a job that waits there is nothing to say.
        silences = isSilent && this.#state.status === 'running' ? silences + 1 : 0;
        if (!socket.isClosed && silences < SILENCES_PER_SOCKET) continue;
        // A server that refuses sockets is asked for the state all the same, but not without a pause.
        if (socket.isClosed) await sleep(Math.min(silenceMs, RECONNECT_MS), signal);
        await socket.close();
        socket = await this.#openSocket(signal);
        silences = 0;
      }
    } finally {
      // Nobody waits for the server's answer to a close.
      void socket.close();
    }
  }

  /** Passes on what the socket says; returns when it says that the job is over, is silent, or is closed. */
  async *#listen(
    socket: JobSocket,
    silenceMs: number,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent, { readonly isEnded: boolean; readonly isSilent: boolean }, undefined> {
    for (let isSilent = true; ; isSilent = false) {
      const message = await socket.next(silenceMs, signal);
      if (message === undefined || message.kind === 'ended') return { isEnded: message !== undefined, isSilent };
      this.#progress.apply(message);
      if (message.kind === 'preview') yield* this.#preview(message);
      else yield* this.#changedProgress();
    }
  }

  *#changedProgress(): Generator<EngineEvent> {
    const { value: progress, stage } = this.#progress;
    if (progress === this.#reported.progress && stage === this.#reported.stage) return;
    this.#reported = { progress, stage };
    yield { kind: 'progress', progress, stage };
  }

  *#preview(preview: Extract<EngineEvent, { kind: 'preview' }>): Generator<EngineEvent> {
    const now = performance.now();
    if (now - this.#previewedAt < PREVIEW_INTERVAL_MS) return;
    this.#previewedAt = now;
    yield preview;
  }

  async #openSocket(signal: AbortSignal): Promise<JobSocket> {
    const { api, promptId, clientId } = this.#options;
    const socket = new JobSocket({ url: api.socketUrl(clientId), headers: api.headers, jobId: promptId });
    try {
      await socket.opened(signal);
    } catch (error) {
      void socket.close();
      throw error;
    }
    return socket;
  }
}
