import type { EngineRegistry, RegisteredEngine } from '../../engines/index.ts';
import type { ClipOptions, MadeWith, PromptMessage } from '../../protocol/index.ts';
import type { Job } from '../ports/index.ts';

/** What a clip is made with, on an engine and with these options. */
export function madeWith({ profile }: RegisteredEngine, options: ClipOptions | undefined): MadeWith {
  const { id, name, isModel, model, price } = profile;
  const facts = { ...(model !== undefined && { model }), ...(price && { price }) };
  return { id, name, isModel, ...facts, ...(options && { options }) };
}

/** What a job is to be made with; undefined where its engine is not there any more. */
export function plannedWith({ prompt }: Job, engines: EngineRegistry): MadeWith | undefined {
  const registered = engines.find(prompt.options?.engine);
  if (registered === undefined) return undefined;
  const planned = madeWith(registered, optionsAsked(prompt));
  return prompt.verbatim === true ? { ...planned, prompt: prompt.content } : planned;
}

/** What was asked of the clip itself; undefined where only the engine was named, or nothing. */
export function optionsAsked({ options = {} }: PromptMessage): ClipOptions | undefined {
  const { engine: _, ...asked } = options;
  return Object.keys(asked).length === 0 ? undefined : asked;
}
