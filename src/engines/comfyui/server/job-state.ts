import { asList, asObject, asText, type JsonObject } from '../workflow/json.ts';

/** Where a job stands at ComfyUI. */
export type JobState =
  | { readonly status: 'unknown' | 'pending' | 'running' | 'cancelled' }
  | { readonly status: 'completed'; readonly outputs: unknown }
  | { readonly status: 'failed'; readonly error: JsonObject | undefined };

/** Reads the answer of `/api/jobs/{id}`. */
export function readJob(answer: unknown): JobState {
  const job = asObject(answer);
  switch (job?.['status']) {
    case 'pending':
      return { status: 'pending' };
    case 'completed':
      return { status: 'completed', outputs: job['outputs'] };
    case 'failed':
      return { status: 'failed', error: asObject(job['execution_error']) };
    case 'cancelled':
      return { status: 'cancelled' };
    case undefined:
      return { status: 'unknown' };
    default:
      return { status: 'running' };
  }
}

/** Reads the answer of `/history/{id}`; undefined where the job is not in it. */
export function readHistory(answer: unknown, id: string): JobState | undefined {
  const item = asObject(asObject(answer)?.[id]);
  if (item === undefined) return undefined;
  const status = asObject(item['status']);
  if (asText(status?.['status_str']) !== 'error') return { status: 'completed', outputs: item['outputs'] };
  const messages = asList(status?.['messages']).map(asList);
  if (messages.some(([event]) => event === 'execution_interrupted')) return { status: 'cancelled' };
  const [, error] = messages.find(([event]) => event === 'execution_error') ?? [];
  return { status: 'failed', error: asObject(error) };
}

/** Reads the answer of `/queue`; undefined where the job is not in it. An item is `[number, id, …]`. */
export function readQueue(answer: unknown, id: string): JobState | undefined {
  const queue = asObject(answer);
  const isIn = (list: unknown): boolean => asList(list).some((item) => asList(item)[1] === id);
  if (isIn(queue?.['queue_running'])) return { status: 'running' };
  return isIn(queue?.['queue_pending']) ? { status: 'pending' } : undefined;
}
