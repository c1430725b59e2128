import type { EngineInfo } from '../../protocol/index.ts';
import type { ConfigOf } from '../config/engine-config.ts';
import type { VideoEngine } from '../port/video-engine.ts';
import type { Redact } from '../remote/redactor.ts';
import { RemoteEngine, type RemoteEngineOptions } from '../remote/remote-engine.ts';
import { type ComfyUiOptions, ComfyUiService } from './comfyui-service.ts';
import { loadWorkflow } from './load-workflow.ts';

/** What an engine is made with besides its configuration. */
export interface ComfyUiContext {
  readonly info: EngineInfo;
  readonly key: string | undefined;
  readonly redact: Redact;
  /** Where the path of a workflow begins. */
  readonly folder: string;
  readonly times?: Pick<ComfyUiOptions & RemoteEngineOptions, 'backoff' | 'silenceMs' | 'settleMs'>;
}

/**
 * An engine of one ComfyUI, or of several with the same models.
 * @throws WorkflowError where the workflow can't be used
 */
export async function createComfyUiEngine(config: ConfigOf<'comfyui'>, context: ComfyUiContext): Promise<VideoEngine> {
  const { info, key, redact, folder, times } = context;
  const workflow = await loadWorkflow(config, folder);
  const serviceAt = (url: string): ComfyUiService =>
    new ComfyUiService({ ...workflow, url, redact, ...(key !== undefined && { key }), ...times });
  const [first = '', ...others] = [config.url].flat();
  return new RemoteEngine({ info, services: [serviceAt(first), ...others.map(serviceAt)], ...times });
}
