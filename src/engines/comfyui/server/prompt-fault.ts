import { EngineFault, type EngineFaultCode } from '../../port/engine-fault.ts';
import { asList, asObject, asText, type JsonObject } from '../workflow/json.ts';
import { nodeName, type Workflow } from '../workflow/workflow.ts';

/** One thing that is wrong with a node. */
interface NodeError {
  readonly type: string;
  readonly words: string;
}

/** Inputs that name the file of a model. */
const MODEL_INPUT = /(ckpt|unet|model|clip|vae|lora)_name|checkpoint/;
const OPTION_ERRORS = ['value_smaller_than_min', 'value_bigger_than_max'];

/** Why ComfyUI does not take a workflow (an answer of 400 to `/prompt`), in words that lead to the node. */
export function promptFault(answer: unknown, workflow: Workflow): EngineFault {
  const body = asObject(answer);
  const errors = nodeErrors(body?.['node_errors'], workflow);
  const error = asObject(body?.['error']);
  const general = joined([asText(error?.['message']), asText(error?.['details'])]) ?? 'ComfyUI refuses the workflow.';
  if (errors.length === 0) return new EngineFault('engine_failed', { detail: general });
  const code = errors.map(codeOf).find((found) => found !== 'engine_failed') ?? 'engine_failed';
  return new EngineFault(code, { detail: errors.map(({ words }) => words).join('\n') });
}

/** What is wrong with the nodes of a workflow that ComfyUI takes in part; undefined where nothing is. */
export function partialFault(answer: unknown, workflow: Workflow): EngineFault | undefined {
  const errors = asObject(asObject(answer)?.['node_errors']) ?? {};
  return Object.keys(errors).length === 0 ? undefined : promptFault(answer, workflow);
}

function nodeErrors(value: unknown, workflow: Workflow): readonly NodeError[] {
  return Object.entries(asObject(value) ?? {}).flatMap(([id, node]) =>
    asList(asObject(node)?.['errors']).flatMap((item) => {
      const error = asObject(item);
      return error === undefined ? [] : [readError(error, nodeName(workflow, id))];
    }),
  );
}

function readError(error: JsonObject, node: string): NodeError {
  const words = joined([asText(error['message']), asText(error['details'])]) ?? 'it does not take its inputs';
  return { type: asText(error['type']) ?? '', words: `${node}: ${words}` };
}

function codeOf({ type, words }: NodeError): EngineFaultCode {
  if (type === 'value_not_in_list' && MODEL_INPUT.test(words)) return 'model_not_found';
  return OPTION_ERRORS.includes(type) ? 'options_refused' : 'engine_failed';
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const texts = parts.flatMap((part) => part ?? []);
  return texts.length === 0 ? undefined : texts.join(': ');
}
