import type { EngineRegistry, RegisteredEngine } from '../../engines/index.ts';
import type { ClipOptions, MadeWith } from '../../protocol/index.ts';
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
  const { engine: _, ...options } = prompt.options ?? {};
  const planned = madeWith(registered, Object.keys(options).length === 0 ? undefined : options);
  return prompt.verbatim === true ? { ...planned, prompt: prompt.content } : planned;
}
