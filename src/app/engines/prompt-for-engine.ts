import type { EngineProfile, PromptMessage } from '../../services/index.ts';
import { fitOptions } from '../clip-options/fit-options.ts';
import { limitsOf } from './engine-limits.ts';

/** A prompt as it is asked of another engine: its options are the nearest that this one can do. */
export function promptFor(engine: EngineProfile, prompt: PromptMessage): PromptMessage {
  const { scene, group: _, ...options } = fitOptions(prompt.options ?? {}, limitsOf(engine));
  const taken = scene !== undefined && engine.scene !== undefined && { scene };
  return { ...prompt, options: { ...options, ...taken, engine: engine.id } };
}

/** Whether an engine takes all reference images of a prompt. */
export function takesImagesOf({ images = Infinity }: EngineProfile, { attachments = [] }: PromptMessage): boolean {
  return attachments.length <= images;
}
