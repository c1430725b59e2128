import { EngineFault } from '../port/engine-fault.ts';

/** What may go wrong with a body, as the fault that its reader is told. */
export interface BodyFaults {
  /** It is larger than this, in bytes. */
  readonly maxBytes: number;
  /** What it means that the connection broke. */
  readonly broken: (error: unknown) => EngineFault;
}

/** The same answer, with a body that is read up to a limit, and that tells by an `EngineFault` why it ends early. */
export function withCheckedBody(response: Response, faults: BodyFaults): Response {
  const { body, status, statusText, headers } = response;
  if (body === null) return response;
  return new Response(ReadableStream.from(checked(body, faults)), { status, statusText, headers });
}

async function* checked(
  body: ReadableStream<Uint8Array>,
  { maxBytes, broken }: BodyFaults,
): AsyncGenerator<Uint8Array, void, undefined> {
  let total = 0;
  try {
    for await (const chunk of body) {
      total += chunk.length;
      // A packed body may unpack into any size, so what it said of itself does not count.
      if (total > maxBytes) break;
      yield chunk;
    }
  } catch (error) {
    throw broken(error);
  }
  if (total > maxBytes) {
    throw new EngineFault('result_unusable', { detail: `the answer is larger than ${maxBytes} bytes` });
  }
}

/** The bytes of a body; undefined where there are more than so many. */
export async function bytesUpTo(maxBytes: number, { body }: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  if (body === null) return undefined;
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    total += chunk.length;
    if (total > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
