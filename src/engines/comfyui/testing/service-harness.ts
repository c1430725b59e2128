import { setTimeout } from 'node:timers/promises';
import type { JsonValue } from '../../port/job-journal.ts';
import type { EngineEvent, EngineRequest } from '../../port/video-engine.ts';
import { type ComfyUiOptions, ComfyUiService } from '../comfyui-service.ts';
import { shippedWorkflow } from '../workflow/shipped-workflow.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { ComfyUiStandIn, type StandInOptions } from './comfyui-stand-in.ts';

/** The node of the Wan workflow that takes steps. */
export const SAMPLER = '3';

/** The shipped workflows, a stand-in, and services that talk to it. */
export class ServiceHarness implements AsyncDisposable {
  readonly comfy: ComfyUiStandIn;
  readonly wan: Workflow;

  private constructor(comfy: ComfyUiStandIn, wan: Workflow) {
    this.comfy = comfy;
    this.wan = wan;
  }

  static async start(options: StandInOptions = {}): Promise<ServiceHarness> {
    return new ServiceHarness(await ComfyUiStandIn.start(options), await shippedWorkflow('wan2.2-5b'));
  }

  /** By default with the workflow of Wan, and with short waits. */
  service(options: Partial<ComfyUiOptions> = {}): ComfyUiService {
    const usual = { url: this.comfy.url, workflow: this.wan, checkpoint: 'wan2.2_ti2v_5B_fp16.safetensors' };
    return new ComfyUiService({ ...usual, silenceMs: 20, lookForMs: 0, ...options });
  }

  newRequest(more: Partial<EngineRequest> = {}): EngineRequest {
    return { jobId: crypto.randomUUID(), prompt: '一只橘猫', ...more };
  }

  /** Everything that a service yields for a job, from its start on. */
  async run(service = this.service(), request = this.newRequest()): Promise<EngineEvent[]> {
    const operation = await service.start(request, new AbortController().signal);
    return this.follow(service, request, operation);
  }

  async follow(
    service: ComfyUiService,
    request: EngineRequest,
    handle: JsonValue,
    signal = new AbortController().signal,
  ): Promise<EngineEvent[]> {
    const events: EngineEvent[] = [];
    for await (const event of service.follow({ request, handle, startedAt: 0 }, signal)) events.push(event);
    return events;
  }

  /** Holds the sampler up at a step until the gate opens. */
  holdSampler(atStep = 5): { readonly isThere: () => boolean; readonly open: () => void } {
    const gate = Promise.withResolvers<undefined>();
    let isThere = false;
    this.comfy.queue.onStep = async (_, node, step) => {
      if (node !== SAMPLER || step !== atStep) return setTimeout(1);
      isThere = true;
      await gate.promise;
    };
    return { isThere: () => isThere, open: () => gate.resolve(undefined) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.comfy[Symbol.asyncDispose]();
  }
}
