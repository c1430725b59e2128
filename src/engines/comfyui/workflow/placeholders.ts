import type { JsonValue } from '../../port/job-journal.ts';
import { linkedNode, type Workflow, WorkflowError, type WorkflowNode } from './workflow.ts';

/** What stands for the values of a job: `{{prompt}}`. */
export interface PlaceholderValues {
  readonly prompt: string;
  readonly negative_prompt: string;
  readonly seed: number;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  readonly frames: number;
  /** Frames in a second. */
  readonly fps: number;
  readonly seconds: number;
  /** The file of a model. */
  readonly checkpoint: string;
  /** Of the gateway; good for the name of a file. */
  readonly job_id: string;
  /** The first reference image, by the name that ComfyUI gave it; undefined where there is none. */
  readonly image: string | undefined;
  /** The last reference image, where there are two. */
  readonly last_image: string | undefined;
}

/** The name of a placeholder. */
export type Placeholder = keyof PlaceholderValues;

const NAMES: readonly Placeholder[] = [
  'prompt',
  'negative_prompt',
  'seed',
  'width',
  'height',
  'frames',
  'fps',
  'seconds',
  'checkpoint',
  'job_id',
  'image',
  'last_image',
];
const PATTERN = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * The placeholders that a workflow uses.
 * @throws WorkflowError where one of them is none
 */
export function placeholdersIn(workflow: Workflow): ReadonlySet<Placeholder> {
  const texts = Object.values(workflow).flatMap(({ inputs }) => Object.values(inputs).flatMap(textsIn));
  return new Set(texts.flatMap(namesIn));
}

/**
 * A workflow with values in place of its placeholders: what is a placeholder alone becomes a number where the value is
 * one, and within a text they become a part of it. A node with an image that there is none of is left out, and with it
 * the links to it: a workflow from an image with an optional input is one from words alone then.
 */
export function fillWorkflow(workflow: Workflow, values: PlaceholderValues): Workflow {
  const isLeftOut = (node: WorkflowNode | undefined): boolean =>
    Object.values(node?.inputs ?? {})
      .flatMap(textsIn)
      .flatMap(namesIn)
      .some((name) => values[name] === undefined);
  const left = Object.entries(workflow).filter(([, node]) => !isLeftOut(node));
  return Object.fromEntries(
    left.map(([id, node]) => {
      const inputs = Object.entries(node.inputs)
        .filter(([, value]) => !isLeftOut(workflow[linkedNode(value) ?? '']))
        .map(([name, value]) => [name, fillValue(value, values)] as const);
      return [id, { ...node, inputs: Object.fromEntries(inputs) }];
    }),
  );
}

function fillValue(value: JsonValue, values: PlaceholderValues): JsonValue {
  if (typeof value === 'string') return fillText(value, values);
  if (Array.isArray(value)) return value.map((item: JsonValue) => fillValue(item, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, item === undefined ? undefined : fillValue(item, values)]),
  );
}

function fillText(text: string, values: PlaceholderValues): string | number {
  const [whole, name] = new RegExp(PATTERN.source).exec(text) ?? [];
  if (name !== undefined && whole === text) return values[asPlaceholder(name)] ?? '';
  // In one pass, so that braces in a person's prompt are not taken for placeholders.
  return text.replaceAll(PATTERN, (_, found: string) => String(values[asPlaceholder(found)] ?? ''));
}

function namesIn(text: string): Placeholder[] {
  return [...text.matchAll(PATTERN)].map(([, name = '']) => asPlaceholder(name));
}

function asPlaceholder(text: string): Placeholder {
  const name = NAMES.find((known) => known === text);
  if (name !== undefined) return name;
  throw new WorkflowError(`The workflow has {{${text}}}. Placeholders are: ${NAMES.join(', ')}.`);
}

function textsIn(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
