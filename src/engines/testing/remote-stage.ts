import { collect } from '../../testing/index.ts';
import { GuardedEngine } from '../port/guarded-engine.ts';
import type { EngineEvent, EngineRequest, VideoEngine } from '../port/video-engine.ts';
import type { Gate } from './gate.ts';
import { RecordingJournal } from './recording-journal.ts';

/** A server that a spec rules, and the engine that asks it. */
export interface RemoteStage {
  /** An engine as another process would make it. Its waits are short. */
  makeEngine(): VideoEngine;
  /** How often the server has begun an operation. */
  readonly starts: number;
  /** How often the server was asked how far an operation is. */
  readonly questions: number;
  /** How often the server was asked to stop an operation; undefined where nothing lets one do that. */
  readonly cancels: number | undefined;
  /** The next request to begin an operation is refused for now, and nothing is begun. */
  refuseOnce(): void;
  /** Requests to begin an operation are refused for good: the key is not valid. */
  refuseKey(): void;
  /** The next request to begin an operation is done, and its answer is lost. */
  loseAnswerOnce(): void;
  /** The next request to begin an operation is done, and its answer waits at the gate. */
  holdAnswer(gate: Gate): void;
  /** The next questions about an operation fail in one way or another. */
  failStatus(times: number): void;
  /** Operations that have begun make no progress from now on. */
  stall(): void;
  /** Operations that have begun are at 0 %, and then there. */
  finishAtOnce(): void;
  /** The server knows nothing of any operation that it has begun. */
  forgetAll(): void;
  /** The file of each clip from now on. */
  serve(file: Uint8Array): void;
  close(): Promise<void>;
}

const REQUEST: EngineRequest = { jobId: '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb', prompt: '一只橘猫' };

/** One job at a stage, in as many processes as it takes. */
export class StagedJob {
  readonly journal = new RecordingJournal();
  /** What the processes told of it, together. */
  readonly events: EngineEvent[] = [];
  readonly stage: RemoteStage;
  #engine: VideoEngine;

  constructor(stage: RemoteStage) {
    this.stage = stage;
    this.#engine = stage.makeEngine();
  }

  /** How far it was, each time that was told. */
  get shares(): readonly number[] {
    return this.events.flatMap((event) => (event.kind === 'progress' ? event.progress : []));
  }

  async run(
    signal = new AbortController().signal,
    { deadlineMs = 60_000 }: { readonly deadlineMs?: number } = {},
  ): Promise<void> {
    const guarded = new GuardedEngine(this.#engine, { deadlineMs });
    await collect(guarded.generate(REQUEST, signal, this.journal), this.events);
  }

  /** Leaves a process behind, and has another one go on. */
  async restart(): Promise<void> {
    await this.#engine.close();
    this.#engine = this.stage.makeEngine();
  }

  async close(): Promise<void> {
    await this.#engine.close();
    await this.stage.close();
  }
}
