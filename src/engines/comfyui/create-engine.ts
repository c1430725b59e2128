import type { ConfigOf } from '../config/engine-config.ts';
import type { VideoEngine } from '../port/video-engine.ts';
import type { RemoteEngineContext } from '../remote/remote-engine-context.ts';
import { RemoteEngine, type RemoteEngineOptions } from '../remote/remote-engine.ts';
import { type ComfyUiOptions, ComfyUiService } from './comfyui-service.ts';
import { loadWorkflow } from './load-workflow.ts';

/** What an engine is made with besides its configuration. */
export interface ComfyUiContext extends RemoteEngineContext {
  /** Where the path of a workflow begins. */
  readonly folder: string;
  readonly times?: Pick<ComfyUiOptions & RemoteEngineOptions, 'backoff' | 'silenceMs'>;
}

/**
 * An engine of one ComfyUI, or of several with the same models.
 * @throws WorkflowError where the workflow can't be used
 */
export async function createComfyUiEngine(config: ConfigOf<'comfyui'>, context: ComfyUiContext): Promise<VideoEngine> {
  const { info, key, redact, folder, share, times } = context;
  const { lookForSeconds } = config;
  const shared = {
    ...(await loadWorkflow(config, folder)),
    redact,
    ...(key !== undefined && { key }),
    ...(lookForSeconds !== undefined && { lookForMs: lookForSeconds * 1_000 }),
    ...times,
  };
  const serviceAt = (url: string): ComfyUiService => new ComfyUiService({ ...shared, url });
  const [first = '', ...others] = [config.url].flat();
  return new RemoteEngine({ info, services: [serviceAt(first), ...others.map(serviceAt)], share, ...times });
}
