import type { ImageMessage, VideoMessage } from '../../services/index.ts';

/** Whether an image is the still of a clip, and so not a work of its own. */
export function isPosterOf(image: ImageMessage, video: VideoMessage): boolean {
  if (video.posterUrl !== undefined) return image.url === video.posterUrl;
  return image.jobId !== undefined && image.jobId === video.jobId;
}
