import type { JsonValue } from '../../port/job-journal.ts';
import { asObject, asText, parseJson } from './json.ts';

/** A node of a workflow, as ComfyUI's API takes it. */
export interface WorkflowNode {
  readonly class_type: string;
  /** Values, and links `[id of another node, index of its output]`. */
  readonly inputs: Readonly<Record<string, JsonValue>>;
  readonly _meta?: { readonly title?: string };
}

/** A workflow in API format, by the ids of its nodes. */
export type Workflow = Readonly<Record<string, WorkflowNode>>;

/** A workflow that can't be used; the message says what to do. */
export class WorkflowError extends Error {
  override readonly name = 'WorkflowError';
}

/**
 * Reads a workflow that was exported for the API.
 * @throws WorkflowError
 */
export function parseWorkflow(text: string): Workflow {
  const json = asObject(parseJson(text));
  if (json === undefined) throw new WorkflowError('The workflow is no JSON object.');
  if (Array.isArray(json['nodes']) && Array.isArray(json['links'])) {
    throw new WorkflowError(
      "The workflow is in the editor's format. In ComfyUI, choose Workflow → Export (API), and use that file.",
    );
  }
  const workflow = Object.fromEntries(Object.entries(json).map(([id, node]) => [id, readNode(id, node)]));
  if (Object.keys(workflow).length === 0) throw new WorkflowError('The workflow has no nodes.');
  checkLinks(workflow);
  return workflow;
}

/** The node that an input is linked to; undefined where the input is a value. */
export function linkedNode(value: JsonValue | undefined): string | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [id, output] = value as readonly JsonValue[];
  return typeof id === 'string' && typeof output === 'number' ? id : undefined;
}

/** What people call a node: its title where it has one, and its class. */
export function nodeName(workflow: Workflow, id: string): string {
  const node = workflow[id];
  if (node === undefined) return `node ${id}`;
  const title = node._meta?.title;
  const name = title === undefined || title === node.class_type ? node.class_type : `${title}, ${node.class_type}`;
  return `${name} (node ${id})`;
}

function readNode(id: string, value: unknown): WorkflowNode {
  const node = asObject(value);
  const type = asText(node?.['class_type']);
  if (type === undefined) throw new WorkflowError(`Node ${id} of the workflow has no class_type.`);
  const inputs = (asObject(node?.['inputs']) ?? {}) as WorkflowNode['inputs'];
  const title = asText(asObject(node?.['_meta'])?.['title']);
  return { class_type: type, inputs, ...(title !== undefined && { _meta: { title } }) };
}

function checkLinks(workflow: Workflow): void {
  for (const [id, { inputs }] of Object.entries(workflow)) {
    for (const [name, value] of Object.entries(inputs)) {
      const source = linkedNode(value);
      if (source === undefined || source in workflow) continue;
      throw new WorkflowError(`${nodeName(workflow, id)} takes ${name} from node ${source}, which is not there.`);
    }
  }
}
