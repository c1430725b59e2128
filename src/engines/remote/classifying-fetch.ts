import { withCheckedBody } from './checked-body.ts';
import { answerFault, connectionFault } from './classify-fault.ts';
import { EngineFault } from '../port/engine-fault.ts';
import type { Redact } from './redactor.ts';

export type Fetch = typeof globalThis.fetch;

/** A clip of 256 MiB in base64, and something around it: servers that answer when it is there send it so. */
const MAX_ANSWER_BYTES = 345 * 1024 * 1024;
/** How long a question may go unanswered, in milliseconds; what starts an operation may take longer. */
export const QUESTION_LIMIT_MS = 60_000;

/**
 * A `fetch` that rejects with an `EngineFault` where the connection fails or the server is not able to answer now (429, 5xx),
 * before a library wraps or hides it; and whose bodies do so where they break off, or are too large. A request that is no
 * GET counts as one that starts an operation. Other refusals pass, because libraries read more from their bodies.
 */
export function classifyingFetch(redact: Redact, fetch: Fetch = globalThis.fetch): Fetch {
  return async (input, init) => {
    const isStart = (init?.method ?? 'GET').toUpperCase() === 'POST';
    const outer = init?.signal ?? undefined;
    const broken = (error: unknown) => connectionFault(error, isStart);
    let response: Response;
    try {
      const answered = await fetch(input, isStart ? init : { ...init, signal: limited(outer) });
      response = withCheckedBody(answered, { maxBytes: MAX_ANSWER_BYTES, broken });
    } catch (error) {
      if (outer?.aborted === true || error instanceof EngineFault) throw error;
      throw broken(error);
    }
    if (response.status !== 429 && response.status !== 408 && response.status < 500) return response;
    const text = await response.text().catch(() => '');
    const retryAfter = response.headers.get('retry-after');
    throw answerFault({ status: response.status, text, retryAfter, isStart }, redact);
  };
}

function limited(outer: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(QUESTION_LIMIT_MS);
  return outer === undefined ? limit : AbortSignal.any([outer, limit]);
}
