import { EngineFault } from '../../port/engine-fault.ts';
import { asText, type JsonObject } from '../workflow/json.ts';
import { nodeName, type Workflow } from '../workflow/workflow.ts';

const OUT_OF_MEMORY = /out of memory|OutOfMemory|Allocation on device/i;

/** Why a workflow failed while it ran: what `execution_error` says, in words that lead to the node. */
export function executionFault(error: JsonObject | undefined, workflow: Workflow): EngineFault {
  const id = asText(error?.['node_id']) ?? '';
  const type = asText(error?.['node_type']);
  const node = id in workflow ? nodeName(workflow, id) : `${type ?? 'A node'}${id && ` (node ${id})`}`;
  const message = asText(error?.['exception_message']) ?? '';
  if (OUT_OF_MEMORY.test(`${asText(error?.['exception_type']) ?? ''} ${message}`)) {
    const detail = `${node} ran out of the graphics card's memory: a smaller size or a shorter clip needs less.`;
    return new EngineFault('options_refused', { detail });
  }
  // The first line says it; tips and paths of the machine follow.
  const [reason = ''] = message.trim().split('\n');
  return new EngineFault('engine_failed', { detail: `${node} failed${reason && `: ${reason}`}` });
}

/** Somebody has stopped the job at ComfyUI itself. */
export function interruptedFault(): EngineFault {
  return new EngineFault('engine_failed', { detail: 'The job was stopped at ComfyUI.' });
}

/** The job was there, and is no more: ComfyUI keeps its queue and its history in memory. */
export function vanishedFault(): EngineFault {
  const detail = 'ComfyUI no longer knows the job: it was started again, or its queue was cleared.';
  return new EngineFault('engine_failed', { detail });
}
