import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { atHome } from '../config/at-home.ts';
import type { EngineProfile } from '../../protocol/index.ts';
import type { ConfigOf } from '../config/engine-config.ts';
import { placeholdersIn } from './workflow/placeholders.ts';
import { shippedSettings, shippedWorkflow, type WorkflowSettings } from './workflow/shipped-workflow.ts';
import { parseWorkflow, type Workflow, WorkflowError } from './workflow/workflow.ts';

/** A workflow with what its configuration says of it. */
export interface ConfiguredWorkflow extends WorkflowSettings {
  readonly workflow: Workflow;
}

const DEFAULT_WORKFLOW = 'wan2.2-5b';

/**
 * Reads the workflow that is configured; what the configuration says goes before what comes with the workflow.
 * @param folder where the path of a file begins
 * @throws WorkflowError where it can't be used
 */
export async function loadWorkflow(config: ConfigOf<'comfyui'>, folder: string): Promise<ConfiguredWorkflow> {
  const name = config.workflow ?? DEFAULT_WORKFLOW;
  const settings = shippedSettings(name) ?? { format: {}, profile: {} };
  const { fps, frameStep, sizeStep, checkpoint, negativePrompt, seconds, sizes } = config;
  const usualSeconds = seconds !== undefined && !('min' in seconds) ? seconds[0] : undefined;
  const [usualSize] = sizes ?? [];
  return {
    ...settings,
    ...(checkpoint !== undefined && { checkpoint }),
    ...(negativePrompt !== undefined && { negativePrompt }),
    workflow: shippedSettings(name) ? await shippedWorkflow(name) : await readWorkflow(resolve(folder, atHome(name))),
    format: { ...settings.format, ...defined({ fps, frameStep, sizeStep, usualSeconds, usualSize }) },
  };
}

/** What the workflow itself says of what may be asked for. */
export async function comfyUiProfile(config: ConfigOf<'comfyui'>, folder: string): Promise<Partial<EngineProfile>> {
  const { workflow, profile } = await loadWorkflow(config, folder);
  const placeholders = placeholdersIn(workflow);
  const images = ['image', 'last_image'].filter((name) => placeholders.has(name as 'image' | 'last_image')).length;
  return {
    seed: placeholders.has('seed'),
    images,
    ...(images > 0 && { frames: images > 1 ? 'first-last' : 'first' }),
    ...profile,
  };
}

async function readWorkflow(file: string): Promise<Workflow> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new WorkflowError(`The workflow ${file} can't be read.`, { cause: error });
  }
  return parseWorkflow(text);
}

function defined<Values extends object>(
  values: Values,
): Partial<{ [Name in keyof Values]: NonNullable<Values[Name]> }> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
