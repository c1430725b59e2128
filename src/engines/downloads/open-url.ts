import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { AddressPolicy } from './address-policy.ts';
import { checkedLookup, type Resolver } from './checked-lookup.ts';
import { DownloadFault } from './download-fault.ts';
import { retryAfterMs } from './retry-after.ts';

/** How an address is opened. */
export interface OpenUrlOptions {
  readonly policy: AddressPolicy;
  readonly resolver: Resolver;
  /** Sent to the first address's origin only, not where it redirects to. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long nothing may come, in milliseconds. */
  readonly idleMs: number;
  readonly signal: AbortSignal;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
/** What a server says that is better asked later. */
const TRANSIENT_STATUSES = [408, 425, 429, 500, 502, 503, 504];

/**
 * Opens a file by GET, along its redirects, each of them checked as the first address is.
 * @returns the answer, whose body has not been read
 * @throws DownloadFault
 */
export async function openUrl(address: URL, options: OpenUrlOptions): Promise<IncomingMessage> {
  let url = address;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const headers = url.origin === address.origin ? options.headers : undefined;
    const response = await get(url, { ...options, headers });
    const next = redirectTarget(response, url);
    if (next === undefined) return checkAnswer(response, url);
    response.destroy();
    url = next;
  }
  throw new DownloadFault('bad_answer', `${address.host} redirects more than ${MAX_REDIRECTS} times`);
}

type GetOptions = Omit<OpenUrlOptions, 'headers'> & { readonly headers: OpenUrlOptions['headers'] | undefined };

async function get(url: URL, { policy, resolver, headers, idleMs, signal }: GetOptions): Promise<IncomingMessage> {
  policy.checkUrl(url);
  const isEncrypted = url.protocol === 'https:';
  const options = {
    // A connection for each request: one that is kept would be used without a look at its address.
    agent: isEncrypted ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
    // A packed file could unpack into any size; video does not become smaller by it.
    headers: { accept: 'video/*, */*;q=0.5', 'accept-encoding': 'identity', ...headers },
    lookup: checkedLookup(url, policy, resolver),
    timeout: idleMs,
    signal,
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = (isEncrypted ? requestHttps : requestHttp)(url, options);
  let response: IncomingMessage | undefined;
  request.on('response', (answer) => resolve((response = answer)));
  request.on('timeout', () => {
    const fault = new DownloadFault('timed_out', `nothing came from ${url.host}`);
    // Whoever reads the body is told by the answer, not by the request.
    (response ?? request).destroy(fault);
  });
  request.on('error', (error) => reject(asFault(error, url)));
  request.end();
  return promise;
}

function redirectTarget({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | undefined {
  if (!REDIRECTS.includes(statusCode)) return undefined;
  const target = URL.parse(headers.location ?? '', from.href);
  if (target === null) throw new DownloadFault('bad_answer', `${from.host} redirects to no address`);
  if (from.protocol === 'https:' && target.protocol === 'http:') {
    throw new DownloadFault('address_refused', `${from.host} redirects from https to http`);
  }
  return target;
}

function checkAnswer(response: IncomingMessage, url: URL): IncomingMessage {
  const { statusCode = 0, headers } = response;
  const encoding = headers['content-encoding'] ?? 'identity';
  if (statusCode === 200 && encoding === 'identity') return response;
  response.destroy();
  if (statusCode === 200) throw new DownloadFault('bad_answer', `${url.host} sent the file packed by ${encoding}`);
  const wait = retryAfterMs(headers['retry-after']);
  throw new DownloadFault('bad_answer', `${url.host} answered ${statusCode} instead of the file`, {
    isTransient: TRANSIENT_STATUSES.includes(statusCode),
    ...(wait !== undefined && { retryAfterMs: wait }),
  });
}

/** A fault as it is, and every other error as a broken connection. */
export function asFault(error: unknown, url: URL): DownloadFault {
  if (error instanceof DownloadFault) return error;
  return new DownloadFault('unreachable', `the connection to ${url.host} failed`, { cause: error });
}
