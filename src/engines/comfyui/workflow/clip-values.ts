import { createHash } from 'node:crypto';
import type { ClipOptions } from '../../../protocol/index.ts';

/** What a workflow makes, and in which steps. */
export interface WorkflowFormat {
  /** Frames in a second; default 24. */
  readonly fps?: number;
  /** The number of frames is one more than a multiple of this where it is above 1; default 1. Wan: 4. */
  readonly frameStep?: number;
  /** Both sides are multiples of this; default 16. Wan 2.2 5B: 32. */
  readonly sizeStep?: number;
  /** Where a prompt names no length; default 5. */
  readonly usualSeconds?: number;
  /** Where a prompt names no size, `WIDTHxHEIGHT`; default 1280x704. */
  readonly usualSize?: string;
}

/** The numbers of one clip. */
export interface ClipValues {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly fps: number;
  /** As long as the frames last. */
  readonly seconds: number;
  readonly seed: number;
}

/** The clip nearest to what was asked for. Without a seed of its own a job has the same one at each try. */
export function clipValues(options: ClipOptions, format: WorkflowFormat, jobId: string): ClipValues {
  const { fps = 24, frameStep = 1, sizeStep = 16, usualSeconds = 5, usualSize = '1280x704' } = format;
  const steps = Math.max(1, Math.round(((options.seconds ?? usualSeconds) * fps) / frameStep));
  const frames = frameStep > 1 ? steps * frameStep + 1 : steps;
  const [width = 0, height = 0] = (options.size ?? usualSize).split('x').map(Number);
  const side = (pixels: number): number => Math.max(1, Math.round(pixels / sizeStep)) * sizeStep;
  return {
    width: side(width),
    height: side(height),
    frames,
    fps,
    seconds: frames / fps,
    seed: options.seed ?? seedOf(jobId),
  };
}

function seedOf(jobId: string): number {
  return createHash('sha256').update(`seed of ${jobId}`).digest().readUInt32BE();
}
