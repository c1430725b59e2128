import { EngineFault, TransientFault } from '../port/engine-fault.ts';
import { sleep } from '../port/sleep.ts';
import type { EngineRequest } from '../port/video-engine.ts';
import { waitsBetweenLooks } from '../remote/lost-operation-waits.ts';
import type { KnownVideos } from './known-videos.ts';
import { VIDEO_LIST, type VideoObject } from './video-object.ts';
import type { VideosAnswer, VideosClient } from './videos-client.ts';

/** Times are whole seconds at the server, and its clock is read from a header that has no fractions either. */
const CLOCK_TOLERANCE_MS = 2_000;

/** A search for a video whose answer was lost. */
export interface LostVideo {
  readonly request: EngineRequest;
  /** When it was asked for, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
  /** The videos of other jobs. */
  readonly known: KnownVideos;
  /** How long it is looked for, in milliseconds: servers list late what they have taken. */
  readonly lookForMs: number;
}

/**
 * Looks for a video in the server's list, again and again, and takes it for its job's own. A list never shows for certain
 * that there is none: the request may still be on its way, and the list may be of another process than the one that took it.
 * @throws EngineFault `engine_uncertain` where the list does not show the video, or not for sure
 */
export async function findVideo(client: VideosClient, lost: LostVideo, signal: AbortSignal): Promise<string> {
  return lost.known.finding(lost.request.prompt, async () => {
    for (const waitMs of waitsBetweenLooks(lost.lookForMs)) {
      await sleep(waitMs, signal);
      const found = await candidate(client, lost, signal);
      // Another job of this prompt may learn in a moment that it is its own.
      if (found === undefined || lost.known.isContested(lost.request.prompt)) continue;
      lost.known.add(found.id);
      return found.id;
    }
    throw uncertain('the list does not clearly show the video');
  });
}

async function candidate(client: VideosClient, lost: LostVideo, signal: AbortSignal): Promise<VideoObject | undefined> {
  const { value, clockAheadMs } = await newestVideos(client, signal);
  if (clockAheadMs === undefined) throw uncertain('the server does not say what time it is');
  const since = lost.startedAt + clockAheadMs - CLOCK_TOLERANCE_MS;
  const isRecent = ({ created_at: seconds }: VideoObject): boolean => (seconds ?? Infinity) * 1_000 >= since;
  if (value.has_more === true && value.data.every(isRecent)) throw uncertain('the list is longer than what it shows');
  const recent = value.data.filter((video) => isRecent(video) && !lost.known.has(video.id));
  if (recent.some(({ prompt }) => prompt === undefined || prompt === null)) {
    throw uncertain('the list does not show the prompts');
  }
  const wanted = comparable(lost.request.prompt);
  const [found, ...more] = recent.filter(({ prompt }) => comparable(prompt ?? '') === wanted);
  if (more.length > 0) throw uncertain('the list has several videos of this prompt');
  return found;
}

/** Servers cut off spaces, and a form has other line ends than the text that was put into it. */
function comparable(prompt: string): string {
  return prompt.normalize('NFC').replace(/\s+/g, ' ').trim();
}

async function newestVideos(
  client: VideosClient,
  signal: AbortSignal,
): Promise<VideosAnswer<(typeof VIDEO_LIST)['_output']>> {
  try {
    return await client.request({ path: '?limit=100&order=desc', signal }, VIDEO_LIST);
  } catch (error) {
    signal.throwIfAborted();
    const isUnreadable = error instanceof TransientFault && error.detail === 'the answer can’t be read';
    if (error instanceof TransientFault && !isUnreadable) throw error;
    throw uncertain('the server has no list of its videos');
  }
}

function uncertain(detail: string): EngineFault {
  return new EngineFault('engine_uncertain', { detail });
}
