import { setTimeout } from 'node:timers/promises';
import type { VideoEngine } from '../../port/video-engine.ts';
import type { Gate } from '../../testing/gate.ts';
import { LazyEngine } from '../../testing/lazy-engine.ts';
import type { RemoteStage } from '../../testing/remote-stage.ts';
import { createComfyUiEngine } from '../index.ts';
import type { ComfyUiStandIn } from './comfyui-stand-in.ts';

const INFO = { name: 'comfyui', isModel: true };

/** An engine with short waits at a stand-in. */
export function testEngine(comfy: ComfyUiStandIn, workflow: string): VideoEngine {
  const times = { silenceMs: 20, backoff: { firstMs: 5, mostMs: 20 } };
  return new LazyEngine(INFO, () =>
    createComfyUiEngine(
      { kind: 'comfyui', url: comfy.url, workflow, lookForSeconds: 0.1 },
      { info: INFO, key: undefined, redact: String, share: Infinity, folder: '.', times },
    ),
  );
}

/** A ComfyUI as the contract rules one. */
export class ComfyUiStage implements RemoteStage {
  readonly #comfy: ComfyUiStandIn;

  constructor(comfy: ComfyUiStandIn) {
    this.#comfy = comfy;
  }

  /** What was put into the queue: what runs twice is there twice. */
  get starts(): number {
    return this.#comfy.prompts.length;
  }

  get questions(): number {
    return this.#comfy.requests.filter((request) => request.startsWith('GET /api/jobs')).length;
  }

  get cancels(): number {
    return this.#comfy.requests.filter((request) => request.endsWith('/cancel')).length;
  }

  makeEngine(): VideoEngine {
    return testEngine(this.#comfy, 'wan2.2-5b');
  }

  refuseOnce(): void {
    let isRefused = false;
    this.#comfy.intercept = ({ url }, response) => {
      if (url !== '/prompt' || isRefused) return false;
      isRefused = true;
      response.writeHead(429, { 'retry-after': '0' }).end();
      return true;
    };
  }

  refuseKey(): void {
    this.#comfy.intercept = (_, response) => {
      response.writeHead(401).end('Unauthorized');
      return true;
    };
  }

  loseAnswerOnce(): void {
    this.#comfy.losesAnswers = true;
  }

  holdAnswer(gate: Gate): void {
    this.#comfy.beforeAnswer = () => gate.pass();
  }

  failStatus(times: number): void {
    let failures = 0;
    this.#comfy.intercept = ({ url }, response) => {
      if (url?.startsWith('/api/jobs') !== true || ++failures > times) return false;
      if (failures % 2 === 0) response.destroy();
      else response.writeHead(503).end();
      return true;
    };
  }

  stall(): void {
    this.#comfy.queue.onStep = () => new Promise(() => undefined);
  }

  finishAtOnce(): void {
    // Without a socket nothing tells of a step.
    this.#comfy.sockets.areRefused = true;
    this.#comfy.queue.onStep = () => setTimeout(5);
  }

  forgetAll(): void {
    this.#comfy.queue.onStep = () => this.#comfy.restart();
  }

  serve(file: Uint8Array): void {
    this.#comfy.video = file;
  }

  async close(): Promise<void> {
    await this.#comfy[Symbol.asyncDispose]();
  }
}
