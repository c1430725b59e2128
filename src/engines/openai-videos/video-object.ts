import { z } from 'zod';

const error = z.union([z.string(), z.looseObject({ code: z.string().nullish(), message: z.string().nullish() })]);

/** A video as `/v1/videos` tells of it, in what its servers have in common. */
export const VIDEO_OBJECT = z.looseObject({
  id: z.string().min(1),
  /** `queued`, `in_progress`, `completed`, `failed`, and what else servers say. */
  status: z.string(),
  /** 0 to 100. */
  progress: z.number().nullish(),
  prompt: z.string().nullish(),
  /** In seconds since the Unix epoch. */
  created_at: z.number().nullish(),
  error: error.nullish(),
  /** OpenRouter: where the clip is. */
  unsigned_urls: z.array(z.string()).nullish(),
  url: z.string().nullish(),
});

export type VideoObject = z.infer<typeof VIDEO_OBJECT>;

/** The answer of a server that answers when the clip is there: an address, or the file itself. */
export const FINISHED_ANSWER = z.looseObject({
  data: z.array(z.looseObject({ url: z.string().nullish(), b64_json: z.string().nullish() })).min(1),
});

/** The newest videos of a server. */
export const VIDEO_LIST = z.looseObject({ data: z.array(VIDEO_OBJECT), has_more: z.boolean().nullish() });

/** Whether a video goes on, has its clip, or has ended without one. */
export function stateOf({ status }: VideoObject): 'pending' | 'completed' | 'error' {
  if (['completed', 'succeeded', 'done'].includes(status)) return 'completed';
  if (['failed', 'error', 'cancelled', 'canceled', 'expired', 'deleted', 'aborted'].includes(status)) return 'error';
  return 'pending';
}

/** Why a video has ended without a clip, in the server's words. */
export function errorText({ error, status }: VideoObject): string {
  if (typeof error === 'string') return error;
  const words = [error?.code, error?.message].filter((word) => word);
  return words.length > 0 ? words.join(': ') : `the video is ${status}`;
}
