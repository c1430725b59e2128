import { DownloadFault, type VideoDownloader, type VideoSource } from '../downloads/index.ts';
import { EngineFault } from '../port/engine-fault.ts';
import type { EngineVideo } from '../port/video-engine.ts';
import { Backoff, type BackoffOptions } from './backoff.ts';

/** A file that was made is worth some patience; one that is always broken is no clip. */
const MOST_TRIES = 6;

export interface DownloadClipOptions {
  readonly downloader: VideoDownloader;
  readonly backoff?: BackoffOptions;
}

/**
 * Fetches a finished clip and checks it; what may pass is tried again.
 * @throws EngineFault `result_unusable` where it is nothing to show, `engine_unavailable` where it can't be had,
 *   `internal` where this machine can't keep it
 */
export async function downloadClip(
  source: VideoSource,
  { downloader, backoff: options = {} }: DownloadClipOptions,
  signal: AbortSignal,
): Promise<EngineVideo> {
  const backoff = new Backoff(options);
  for (;;) {
    try {
      await using clip = await downloader.download(source, signal);
      const { mimeType, width, height, durationMs } = clip;
      return { bytes: await clip.read(), mimeType, width, height, durationMs };
    } catch (error) {
      if (signal.aborted || !(error instanceof DownloadFault)) throw error;
      if (!error.isTransient || backoff.tries + 1 >= MOST_TRIES) throw asEngineFault(error);
      await backoff.wait(error.retryAfterMs, signal);
    }
  }
}

function asEngineFault({ code, message }: DownloadFault): EngineFault {
  if (code === 'not_stored') return new EngineFault('internal', { detail: message });
  const isUnusable = !['unreachable', 'timed_out', 'bad_answer'].includes(code);
  if (isUnusable) return new EngineFault('result_unusable', { detail: message });
  return new EngineFault('engine_unavailable', { detail: message });
}
