import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { AddressPolicy } from './address-policy.ts';
import { type Resolver, systemResolver } from './checked-lookup.ts';
import { decodeBase64, decodeDataUrl, tooLarge } from './data-url.ts';
import { DownloadFault } from './download-fault.ts';
import { writeLimited } from './limited-file.ts';
import { asFault, openUrl } from './open-url.ts';
import { inspectVideo, type VideoFacts } from './playable-video.ts';
import { newTemporaryFile, removeAbandonedFiles } from './temporary-file.ts';

/** Where a finished clip is: at an address that the engine named (`http:`, `https:`, `data:`), or in its answer. */
export type VideoSource =
  | {
      readonly kind: 'url';
      readonly url: string;
      /** For example an authorization. Sent to the address's own origin only, not where it redirects to. */
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'base64'; readonly data: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** How clips are fetched. */
export interface VideoDownloaderOptions {
  /** Default: public addresses only. */
  readonly policy?: AddressPolicy;
  /** Default: 256 MiB. */
  readonly maxBytes?: number;
  /** How long a clip may take, in milliseconds; default: ten minutes. */
  readonly deadlineMs?: number;
  /** How long nothing may come, in milliseconds; default: 30 seconds. */
  readonly idleMs?: number;
  /** For what is under way; default: the system's. */
  readonly temporaryFolder?: string;
  /** Default: as the machine resolves names. */
  readonly resolver?: Resolver;
}

/** A clip that browsers play, in a file that goes with it: `await using clip = await downloader.download(…)`. */
export interface DownloadedVideo extends VideoFacts, AsyncDisposable {
  readonly file: string;
  /** Reads the file into memory. */
  readonly read: () => Promise<Uint8Array>;
}

const DEFAULTS = { maxBytes: 256 * 1024 * 1024, deadlineMs: 10 * 60_000, idleMs: 30_000 };

/** Fetches finished clips into files, and checks them before anybody is shown them. */
export class VideoDownloader {
  readonly #options: Required<VideoDownloaderOptions>;

  constructor(options: VideoDownloaderOptions = {}) {
    const defaults = { ...DEFAULTS, policy: new AddressPolicy(), temporaryFolder: tmpdir(), resolver: systemResolver };
    this.#options = { ...defaults, ...options };
    void removeAbandonedFiles(this.#options.temporaryFolder);
  }

  /**
   * Fetches a clip. What was written is removed where that fails, and when the clip is disposed of.
   * @throws DownloadFault where it can't be had or is nothing to show; `signal.reason` once `signal` is aborted
   */
  async download(source: VideoSource, signal: AbortSignal): Promise<DownloadedVideo> {
    signal.throwIfAborted();
    const file = newTemporaryFile(this.#options.temporaryFolder);
    const remove = (): Promise<void> => rm(file, { force: true });
    try {
      await this.#write(source, file, signal);
      const facts = await inspectVideo(file, signal);
      signal.throwIfAborted();
      return { ...facts, file, read: () => readFile(file), [Symbol.asyncDispose]: remove };
    } catch (error) {
      await remove();
      throw error;
    }
  }

  async #write(source: VideoSource, file: string, signal: AbortSignal): Promise<void> {
    const { maxBytes } = this.#options;
    switch (source.kind) {
      case 'bytes':
        if (source.bytes.length > maxBytes) throw tooLarge(maxBytes);
        return this.#writeBytes(source.bytes, file, signal);
      case 'base64':
        return this.#writeBytes(decodeBase64(source.data, maxBytes), file, signal);
      case 'url':
        if (!/^data:/i.test(source.url)) return this.#writeUrl(source, file, signal);
        return this.#writeBytes(decodeDataUrl(source.url, maxBytes), file, signal);
    }
  }

  async #writeBytes(bytes: Uint8Array, file: string, signal: AbortSignal): Promise<void> {
    await writeLimited(once(bytes), file, { maxBytes: this.#options.maxBytes, signal });
  }

  async #writeUrl(
    { url: address, headers }: Extract<VideoSource, { kind: 'url' }>,
    file: string,
    signal: AbortSignal,
  ): Promise<void> {
    const url = URL.parse(address);
    if (url === null) throw new DownloadFault('address_refused', 'the engine named no address of a file');
    const { maxBytes, deadlineMs } = this.#options;
    const deadline = AbortSignal.timeout(deadlineMs);
    const stop = AbortSignal.any([signal, deadline]);
    try {
      const response = await openUrl(url, { ...this.#options, ...(headers && { headers }), signal: stop });
      if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
        response.destroy();
        throw tooLarge(maxBytes);
      }
      await writeLimited(response, file, { maxBytes, signal: stop });
    } catch (error) {
      signal.throwIfAborted();
      if (deadline.aborted) throw new DownloadFault('timed_out', `${url.host} took longer than ${deadlineMs} ms`);
      throw asFault(error, url);
    }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
