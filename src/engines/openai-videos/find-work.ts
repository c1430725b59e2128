import { EngineFault, TransientFault } from '../port/engine-fault.ts';
import { sleep } from '../port/sleep.ts';
import type { EngineRequest } from '../port/video-engine.ts';
import { VIDEO_LIST, type VideoObject } from './video-object.ts';
import type { VideosAnswer, VideosClient } from './videos-client.ts';

/** Times are whole seconds at the server, and its clock is read from a header that has no fractions either. */
const CLOCK_TOLERANCE_MS = 2_000;

/** A search for work whose answer was lost. */
export interface LostWork {
  readonly request: EngineRequest;
  /** When it was asked for, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
  /** The works of other jobs. */
  readonly others: { has(id: string): boolean };
  /** How long to wait before looking again where nothing was found, in milliseconds: the request may still be on its way. */
  readonly lookAgainMs: number;
}

/**
 * Looks for a work in the server's list; undefined where it is certain that there is none.
 * @throws EngineFault `engine_uncertain` where the list does not say for sure
 */
export async function findWork(client: VideosClient, lost: LostWork, signal: AbortSignal): Promise<string | undefined> {
  const first = await candidate(client, lost, signal);
  if (first !== undefined) return first.id;
  await sleep(lost.lookAgainMs, signal);
  return (await candidate(client, lost, signal))?.id;
}

async function candidate(client: VideosClient, lost: LostWork, signal: AbortSignal): Promise<VideoObject | undefined> {
  const { value, clockAheadMs } = await newestWorks(client, signal);
  if (clockAheadMs === undefined) throw uncertain('the server does not say what time it is');
  const since = lost.startedAt + clockAheadMs - CLOCK_TOLERANCE_MS;
  const isRecent = ({ created_at: seconds }: VideoObject): boolean => (seconds ?? Infinity) * 1_000 >= since;
  if (value.has_more === true && value.data.every(isRecent)) throw uncertain('the list is longer than what it shows');
  const recent = value.data.filter((work) => isRecent(work) && !lost.others.has(work.id));
  if (recent.some(({ prompt }) => prompt === undefined || prompt === null)) {
    throw uncertain('the list does not show the prompts');
  }
  const [found, ...more] = recent.filter(({ prompt }) => prompt === lost.request.prompt);
  if (more.length > 0) throw uncertain('the list has several works of this prompt');
  return found;
}

async function newestWorks(
  client: VideosClient,
  signal: AbortSignal,
): Promise<VideosAnswer<(typeof VIDEO_LIST)['_output']>> {
  try {
    return await client.request({ path: '?limit=100&order=desc', signal }, VIDEO_LIST);
  } catch (error) {
    signal.throwIfAborted();
    const isUnreadable = error instanceof TransientFault && error.detail === 'the answer can’t be read';
    if (error instanceof TransientFault && !isUnreadable) throw error;
    throw uncertain('the server has no list of its works');
  }
}

function uncertain(detail: string): EngineFault {
  return new EngineFault('engine_uncertain', { detail });
}
