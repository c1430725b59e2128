import type { EngineRequest, VideoEngine } from '../port/video-engine.ts';
import { describeRemoteEngineContract } from '../testing/remote-engine-contract.ts';
import { describeVideoEngineContract } from '../testing/video-engine-contract.ts';
import { ComfyUiStage, testEngine } from './testing/comfyui-stage.ts';
import { ComfyUiStandIn } from './testing/comfyui-stand-in.ts';

describeRemoteEngineContract('ComfyUI', async () => new ComfyUiStage(await ComfyUiStandIn.start()));

/** Gives each request an id of its own, as a gateway does: a ComfyUI knows a job by its id. */
function withOwnIds(engine: VideoEngine): VideoEngine {
  return {
    info: engine.info,
    generate: (request: EngineRequest, signal) => engine.generate({ ...request, jobId: crypto.randomUUID() }, signal),
    close: () => engine.close(),
  };
}

for (const workflow of ['no-model', 'wan2.2-5b']) {
  describe(`ComfyUI with ${workflow}`, () => {
    let comfy: ComfyUiStandIn;
    beforeEach(async () => (comfy = await ComfyUiStandIn.start()));
    afterEach(() => comfy[Symbol.asyncDispose]());

    describeVideoEngineContract('ComfyUI', () => withOwnIds(testEngine(comfy, workflow)), {
      references: 'none',
      slow: () => {
        new ComfyUiStage(comfy).stall();
        return {};
      },
    });
  });
}
