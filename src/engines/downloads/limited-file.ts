import { type FileHandle, open } from 'node:fs/promises';
import { tooLarge } from './data-url.ts';
import { DownloadFault } from './download-fault.ts';

/**
 * Writes what comes into a new file, and stops at its limit.
 * @throws DownloadFault `too_large`; `not_stored` where the file can't be written; whatever the source throws;
 *   `signal.reason`
 */
export async function writeLimited(
  source: AsyncIterable<Uint8Array>,
  file: string,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<void> {
  let handle: FileHandle | undefined;
  let total = 0;
  try {
    for await (const chunk of source) {
      signal.throwIfAborted();
      total += chunk.length;
      if (total > maxBytes) throw tooLarge(maxBytes);
      handle ??= await onDisk(open(file, 'wx', 0o600));
      await onDisk(handle.appendFile(chunk));
    }
    // A file of nothing is looked at as any other.
    handle ??= await onDisk(open(file, 'wx', 0o600));
  } finally {
    await handle?.close();
  }
}

/** A fault of this machine must not be taken for one of the connection. */
async function onDisk<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    const why = isFull ? 'has no space left' : "can't be written to";
    throw new DownloadFault('not_stored', `the gateway's own disk ${why}, where temporary files are (${code})`, {
      cause: error,
    });
  }
}
