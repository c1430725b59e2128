import { answerFault, connectionFault } from './classify-fault.ts';
import type { Redact } from './redactor.ts';

export type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` that rejects with an `EngineFault` where the connection fails or the server is not able to answer now (429, 5xx),
 * before a library wraps or hides it. A request that is no GET counts as one that starts work. Other refusals pass, because
 * libraries read more from their bodies.
 */
export function classifyingFetch(redact: Redact, fetch: Fetch = globalThis.fetch): Fetch {
  return async (input, init) => {
    const isStart = (init?.method ?? 'GET').toUpperCase() === 'POST';
    let response: Response;
    try {
      response = await fetch(input, init);
    } catch (error) {
      if (init?.signal?.aborted === true) throw error;
      throw connectionFault(error, isStart);
    }
    if (response.status !== 429 && response.status !== 408 && response.status < 500) return response;
    const text = await response.text().catch(() => '');
    const retryAfter = response.headers.get('retry-after');
    throw answerFault({ status: response.status, text, retryAfter, isStart }, redact);
  };
}
