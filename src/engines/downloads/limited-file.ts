import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { tooLarge } from './data-url.ts';

/**
 * Writes what comes into a new file, and stops at its limit.
 * @throws DownloadFault `too_large`; whatever the source throws; `signal.reason`
 */
export async function writeLimited(
  source: AsyncIterable<Uint8Array>,
  file: string,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<void> {
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  await pipeline(source, (chunks: AsyncIterable<Uint8Array>) => upTo(maxBytes, chunks), target, { signal });
}

async function* upTo(maxBytes: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}
