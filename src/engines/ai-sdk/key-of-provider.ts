import type { Experimental_VideoModelV4 as VideoModel } from '@ai-sdk/provider';
import { experimental_startVideo as startVideo } from 'ai';
import { messageOf } from '../port/message-of.ts';
import type { Fetch } from '../remote/classifying-fetch.ts';

/** What packages say then, by errors of several kinds. */
const NO_KEY = /API key is missing|No authentication provided/;

/** Nothing leaves this machine: a package has looked for its key by then. */
const sendNothing: Fetch = () => Promise.reject(new Error('nothing is sent'));

/**
 * Rejects with a line for people where a provider's package finds no key: it looks for one only when it sends something, and that
 * would be with somebody's first prompt.
 * @param load makes the model with a `fetch`
 */
export async function requireKey(load: (fetch: Fetch) => Promise<VideoModel>): Promise<void> {
  try {
    await startVideo({ model: await load(sendNothing), prompt: 'a cat', maxRetries: 0 });
  } catch (error) {
    // Whatever else it misses, it says with a prompt.
    const message = messageOf(error);
    if (NO_KEY.test(message)) throw new Error(lineOf(message), { cause: error });
  }
}

function lineOf(message: string): string {
  const [, own] = /\b([A-Z][A-Z0-9_]+)'? environment variable/.exec(message) ?? [];
  const other = own === undefined ? '' : `, or ${own}, which the package reads itself`;
  return `There is no key: set ENGINE_KEY (in the file keyEnv or keyFile)${other}.`;
}
