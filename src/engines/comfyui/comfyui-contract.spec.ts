import type { EngineEvent, EngineRequest, VideoEngine } from '../port/video-engine.ts';
import { describeVideoEngineContract } from '../testing/video-engine-contract.ts';
import { createComfyUiEngine } from './index.ts';
import { ComfyUiStandIn } from './testing/comfyui-stand-in.ts';

const INFO = { name: 'comfyui', isModel: true };

/** An engine with a stand-in of its own, which gives each request an id of its own, as a gateway does. */
class EngineWithStandIn implements VideoEngine {
  readonly info = INFO;
  readonly #comfy = ComfyUiStandIn.start();
  readonly #engine: Promise<VideoEngine>;

  constructor(workflow: string) {
    this.#engine = this.#comfy.then(({ url }) =>
      createComfyUiEngine(
        { kind: 'comfyui', url, workflow },
        { info: INFO, key: undefined, redact: String, folder: '.', times: { silenceMs: 20 } },
      ),
    );
  }

  async *generate(request: EngineRequest, signal: AbortSignal): AsyncGenerator<EngineEvent, void, undefined> {
    yield* (await this.#engine).generate({ ...request, jobId: crypto.randomUUID() }, signal);
  }

  async close(): Promise<void> {
    await (await this.#engine).close();
    await (await this.#comfy)[Symbol.asyncDispose]();
  }
}

for (const workflow of ['no-model', 'wan2.2-5b']) {
  describeVideoEngineContract(`ComfyUI with ${workflow}`, () => new EngineWithStandIn(workflow), {
    references: 'none',
  });
}
