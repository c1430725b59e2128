import type { Experimental_VideoModelV4 as VideoModel } from '@ai-sdk/provider';
import { experimental_startVideo as startVideo } from 'ai';
import { messageOf } from '../port/message-of.ts';
import type { Fetch } from '../remote/classifying-fetch.ts';

/** Makes the model of a provider's package with a `fetch`. */
type LoadModel = (fetch: Fetch) => Promise<VideoModel>;

/** What a package does with a prompt. */
interface Probe {
  /** Where it would send it; undefined where it does not come so far. */
  readonly address: URL | undefined;
  /** Why nothing came of it: because nothing is sent, or what the package misses. */
  readonly message: string;
}

/** What packages say without a key, by errors of several kinds. */
const NO_KEY = /API key is missing|No authentication provided/;

/**
 * Rejects with a line for people where a provider's package finds no key: it looks for one only when it sends something, and that
 * would be with somebody's first prompt.
 */
export async function requireKey(load: LoadModel): Promise<void> {
  // Whatever else it misses, it says with a prompt.
  const { message } = await probe(load);
  if (NO_KEY.test(message)) throw new Error(noKeyLine(message));
}

/**
 * Rejects with a line for people where a provider's package would send prompts, and the key, elsewhere than to the address
 * that it is given: not every one takes an address.
 */
export async function requireAddress(load: LoadModel, url: string): Promise<void> {
  const { address } = await probe(load);
  if (address === undefined || address.origin === new URL(url).origin) return;
  throw new Error(`This package asks ${address.host} whatever its address is: leave out ENGINE_URL (in the file url).`);
}

/** Nothing leaves this machine. */
async function probe(load: LoadModel): Promise<Probe> {
  let address: URL | undefined;
  const sendNothing: Fetch = (input) => {
    address ??= new URL(input instanceof Request ? input.url : input);
    return Promise.reject(new Error('nothing is sent'));
  };
  try {
    await startVideo({ model: await load(sendNothing), prompt: 'a cat', maxRetries: 0 });
    return { address, message: '' };
  } catch (error) {
    return { address, message: messageOf(error) };
  }
}

function noKeyLine(message: string): string {
  const [, own] = /\b([A-Z][A-Z0-9_]+)'? environment variable/.exec(message) ?? [];
  const other = own === undefined ? '' : `, or ${own}, which the package reads itself`;
  return `There is no key: set ENGINE_KEY (in the file keyEnv or keyFile)${other}.`;
}
