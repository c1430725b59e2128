import type { experimental_startVideo as startVideo } from 'ai';
import type { EngineProfile } from '../../protocol/index.ts';
import type { EngineRequest } from '../port/video-engine.ts';

type VideoCall = Pick<
  Parameters<typeof startVideo>[0],
  'prompt' | 'duration' | 'resolution' | 'aspectRatio' | 'seed' | 'frameImages' | 'inputReferences'
>;

/** The shapes that models know. */
const RATIOS = ['16:9', '9:16', '1:1', '4:3', '3:4', '21:9'] as const;
/** How far a size may be from a shape, by the logarithm of its ratio: 832x480 still is 16:9. */
const SHAPE_TOLERANCE = 0.05;

/**
 * A request in the words of the AI SDK.
 * @param frames what reference images are to the engine; where it is not said, one is the first frame, and more are references
 */
export function videoCall(request: EngineRequest, frames: EngineProfile['frames']): VideoCall {
  const { seconds, size, seed } = request.options ?? {};
  return {
    ...promptAndImages(request, frames),
    ...(seconds !== undefined && { duration: seconds }),
    ...(size !== undefined && shapeOf(size)),
    ...(seed !== undefined && { seed }),
  };
}

function promptAndImages({ prompt, attachments = [] }: EngineRequest, frames: EngineProfile['frames']): VideoCall {
  const [first, last] = attachments.map(({ bytes }) => bytes);
  if (first === undefined) return { prompt };
  if (last === undefined || frames === 'first') return { prompt: { text: prompt, image: first } };
  if (frames === 'first-last') {
    const frameImages = [
      { image: first, frameType: 'first_frame' as const },
      { image: last, frameType: 'last_frame' as const },
    ];
    return { prompt, frameImages };
  }
  return { prompt, inputReferences: attachments.map(({ bytes, mimeType }) => ({ data: bytes, mediaType: mimeType })) };
}

/** Some providers go by the size, and others by the shape. */
function shapeOf(size: string): Pick<VideoCall, 'resolution' | 'aspectRatio'> {
  const ratio = logRatio(size, 'x');
  const aspectRatio = RATIOS.find((shape) => Math.abs(logRatio(shape, ':') - ratio) < SHAPE_TOLERANCE);
  return { resolution: size as `${number}x${number}`, ...(aspectRatio !== undefined && { aspectRatio }) };
}

function logRatio(size: string, separator: string): number {
  const [width = 1, height = 1] = size.split(separator).map(Number);
  return Math.log(width / height);
}
