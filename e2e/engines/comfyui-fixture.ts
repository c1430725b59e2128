import { test as base } from '@playwright/test';

import { ComfyUiStandIn } from '../../src/engines/comfyui/testing/comfyui-stand-in.ts';
import { Gate } from '../../src/engines/testing/gate.ts';
import type { GatewayProcess } from '../fixtures/gateway-process.ts';
import { withGateway } from '../fixtures/with-gateway.ts';

interface ComfyUiFixtures {
  /** A ComfyUI that outlives the gateway. */
  readonly comfy: ComfyUiStandIn;
  /** With the workflow of Wan 2.2 5B at that ComfyUI. */
  readonly gateway: GatewayProcess;
}

/** Tests with a gateway whose engine is a ComfyUI. */
export const test = base.extend<ComfyUiFixtures>({
  // A fixture names what it needs; this one needs nothing.
  comfy: async ({ browserName: _ }, use) => {
    await using comfy = await ComfyUiStandIn.start();
    await use(comfy);
  },
  gateway: async ({ comfy }, use) => {
    await withGateway({ ENGINE_KIND: 'comfyui', ENGINE_URL: comfy.url, LOG_LEVEL: 'silent' }, use);
  },
  baseURL: async ({ gateway }, use) => {
    await use(gateway.url);
  },
});

/** Holds a ComfyUI up at a step of its sampler. */
export class SamplerGate extends Gate {
  constructor(comfy: ComfyUiStandIn, atStep: number) {
    super();
    comfy.queue.onStep = async (job, node, step) => {
      if (job.workflow[node]?.class_type !== 'KSampler') return;
      // A step takes its time, as at a real sampler: the preview of the one before is shown meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 60));
      if (step === atStep) await this.pass();
    };
  }
}
