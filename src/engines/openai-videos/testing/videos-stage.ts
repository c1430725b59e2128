import type { Gate } from '../../testing/gate.ts';
import type { VideoEngine } from '../../port/video-engine.ts';
import type { RemoteStage } from '../../testing/remote-stage.ts';
import { testEngine } from './test-engine.ts';
import { type Answer, dropped, json, type VideosServer } from './videos-server.ts';

/** What a video says of itself that makes no progress. */
export const stalled = (): Readonly<Record<string, unknown>> => ({ status: 'in_progress', progress: 0 });

/** A server of `/v1/videos` as a spec of every engine rules one. */
export class VideosStage implements RemoteStage {
  readonly #server: VideosServer;

  constructor(server: VideosServer) {
    this.#server = server;
  }

  get starts(): number {
    return this.#server.starts.length;
  }

  get cancels(): number {
    return this.#server.deleted.length;
  }

  get questions(): number {
    return Math.max(0, ...[...this.#server.videos.values()].map(({ asked }) => asked));
  }

  makeEngine(): VideoEngine {
    return testEngine(this.#server.url);
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  refuseOnce(): void {
    const busy = json(429, {}, { 'retry-after': '0' });
    this.#use({ start: (_, count) => (count === 1 ? { answer: busy } : undefined) });
  }

  refuseKey(): void {
    this.#use({ start: () => ({ answer: json(401, { error: { message: 'Incorrect API key' } }) }) });
  }

  loseAnswerOnce(): void {
    this.#use({ start: (_, count) => (count === 1 ? { answer: dropped, afterwards: true } : undefined) });
  }

  holdAnswer(gate: Gate): void {
    const answer =
      (prompt: string): Answer =>
      (response) =>
        void gate.pass().then(() => this.#server.confirmStart(prompt, response));
    this.#use({ start: (prompt) => ({ answer: answer(prompt), afterwards: true }) });
  }

  failStatus(times: number): void {
    const answers: readonly Answer[] = [
      dropped,
      json(500, { error: { message: 'oops' } }),
      json(503, {}),
      json(429, {}),
    ];
    this.#use({ status: ({ asked }) => (asked <= times ? answers[asked % answers.length] : undefined) });
  }

  stall(): void {
    this.#server.options = { statusOf: stalled };
  }

  finishAtOnce(): void {
    const done = { status: 'completed', progress: 100 };
    this.#server.options = { statusOf: ({ asked }) => (asked > 3 ? done : stalled()) };
  }

  forgetAll(): void {
    this.#use({ status: () => json(404, { error: { message: 'Video not found' } }) });
  }

  serve(file: Uint8Array): void {
    this.#use({ content: () => (response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end(file) });
  }

  #use(faults: NonNullable<VideosServer['options']['faults']>): void {
    this.#server.options = { ...this.#server.options, faults };
  }
}
