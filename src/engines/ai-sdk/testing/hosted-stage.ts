import { FileServer } from '../../downloads/testing/file-server.ts';
import type { Gate } from '../../testing/gate.ts';
import { LazyEngine } from '../../testing/lazy-engine.ts';
import type { RemoteStage } from '../../testing/remote-stage.ts';
import type { VideoEngine } from '../../port/video-engine.ts';
import { HostedService } from './hosted-service.ts';
import { json } from './service-shapes.ts';
import { testEngine, type TestShape } from './test-engine.ts';

/** A hosted service as the contract rules one, asked through its provider's package. */
export class HostedStage implements RemoteStage {
  /** Nothing lets one stop what a hosted service does. */
  readonly cancels = undefined;
  readonly #shape: TestShape;
  readonly #service: HostedService;
  readonly #files: FileServer;
  #file: Uint8Array | undefined;

  private constructor(shape: TestShape, files: FileServer) {
    this.#shape = shape;
    this.#service = new HostedService(shape);
    this.#files = files;
  }

  /** Starts one whose files are on a server of their own, as those of services are. */
  static async start(shape: TestShape): Promise<HostedStage> {
    const files = await FileServer.start((_, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' }).end(stage.#file);
    });
    const stage = new HostedStage(shape, files);
    return stage;
  }

  get starts(): number {
    return this.#service.starts;
  }

  get questions(): number {
    return this.#service.questions;
  }

  makeEngine(): VideoEngine {
    const info = { name: this.#shape.model, isModel: true };
    return new LazyEngine(info, () => testEngine(this.#shape, this.#service));
  }

  refuseOnce(): void {
    this.#service.answerNext(json({}, 429, { 'retry-after': '0' }));
  }

  refuseKey(): void {
    this.#service.refuse(json({ error: { message: 'Invalid API key', code: 401, status: 'X' } }, 401));
  }

  loseAnswerOnce(): void {
    this.#service.loseAnswer();
  }

  holdAnswer(gate: Gate): void {
    this.#service.holdAnswer(gate);
  }

  failStatus(times: number): void {
    this.#service.failQuestions(times);
  }

  stall(): void {
    this.#service.stall();
  }

  finishAtOnce(): void {
    this.#service.finish();
  }

  forgetAll(): void {
    this.#service.forget();
  }

  serve(file: Uint8Array): void {
    this.#file = file;
    this.#service.clipUrl = `${this.#files.origin}/clip.mp4`;
  }

  async close(): Promise<void> {
    await this.#files[Symbol.asyncDispose]();
  }
}
