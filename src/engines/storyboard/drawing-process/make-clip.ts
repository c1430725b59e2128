import { setImmediate } from 'node:timers/promises';
import type { PromptOptions, SceneData } from '../../../protocol/index.ts';
import type { EngineEvent } from '../../port/video-engine.ts';
import { clipFormat, type ClipFormat, durationMs } from '../clip-format.ts';
import { ClipEncoder } from '../encode/clip-encoder.ts';
import { packageClip } from '../encode/package-clip.ts';
import { Reel, type Shot } from '../film/reel.ts';
import { describe } from '../reply/describe.ts';
import { readPalette } from '../read/palette.ts';
import { textPieces } from '../reply/text-pieces.ts';
import { dataOfShots } from '../scene-data/data-of-scene.ts';
import { requestedShots } from './requested-shots.ts';
import { ProgressReport } from './progress-report.ts';
import { jpeg, shrunkJpeg, smallSize } from './jpeg.ts';

const PREVIEWS = 4;

/** What a clip is made of, and where its events go. */
export interface ClipJob {
  readonly prompt: string;
  readonly options?: PromptOptions;
  /** The scene before it in its conversation. */
  readonly before?: SceneData;
  /** Files of reference images. */
  readonly references?: readonly Uint8Array[];
  tell(event: EngineEvent): void;
  /** Asked before each frame. */
  isStopped(): boolean;
  /** Called after each frame. */
  frameDrawn?(): void;
}

/** Makes a clip and tells what happens on the way. False where it was stopped. */
export async function makeClip(job: ClipJob): Promise<boolean> {
  const progress = new ProgressReport((event) => job.tell(event));
  progress.stage('understand');
  const format = clipFormat(job.options);
  const palette = await readPalette(job.references ?? []);
  const [first, ...others] = requestedShots(job, format);
  const toned = ({ scene, enter }: Shot): Shot => ({ enter, scene: { ...scene, ...(palette && { palette }) } });
  const shots = [toned(first), ...others.map(toned)] as const;
  job.tell({ kind: 'scene', scene: dataOfShots(shots) });
  const encoder = await ClipEncoder.create(format.width, format.height);
  try {
    if (!(await drawFrames(job, shots, format, encoder, progress))) return false;
    progress.stage('encode');
    const encoded = encoder.finish();
    progress.stage('package');
    const bytes = await packageClip(encoded);
    if (job.isStopped()) return false;
    progress.stage('done');
    const { width, height } = format;
    job.tell({ kind: 'video', video: { bytes, mimeType: 'video/mp4', width, height, durationMs: durationMs(format) } });
    return true;
  } finally {
    encoder.dispose();
  }
}

async function drawFrames(
  job: ClipJob,
  shots: readonly [Shot, ...Shot[]],
  format: ClipFormat,
  encoder: ClipEncoder,
  progress: ProgressReport,
): Promise<boolean> {
  const { frameCount } = format;
  // The text is told while the first half is drawn, so that it is seen to be written.
  const scenes = [shots[0].scene, ...shots.slice(1).map(({ scene }) => scene)] as const;
  const pieces = textPieces(describe(scenes, format), Math.max(1, Math.floor(frameCount / 2)));
  job.tell({ kind: 'text', delta: pieces[0] ?? '' });
  const [first, ...previews] = Array.from({ length: PREVIEWS }, (_, index) =>
    Math.floor(((index + 0.5) / PREVIEWS) * frameCount),
  );
  // Somebody waits for the first preview: it is drawn small, whatever the size of the clip, and before any other frame.
  job.tell({ kind: 'preview', image: shrunkJpeg(new Reel(shots, smallSize(format)).draw(first ?? 0)) });
  const film = new Reel(shots, format);
  const poster = Math.floor(frameCount * 0.4);
  for (let index = 0; index < frameCount; index++) {
    // Lets a message to stop in, and lets go of the pixels of frames that are encoded.
    await setImmediate();
    if (job.isStopped()) return false;
    const canvas = film.draw(index);
    encoder.add(canvas.data());
    const piece = pieces[index + 1];
    if (piece) job.tell({ kind: 'text', delta: piece });
    if (previews.includes(index)) job.tell({ kind: 'preview', image: shrunkJpeg(canvas) });
    if (index === poster) job.tell({ kind: 'poster', image: jpeg(canvas) });
    progress.drawn(index + 1, frameCount);
    job.frameDrawn?.();
  }
  return true;
}

/** Loads and compiles what the first clip would otherwise wait for. */
export async function warmUp(): Promise<void> {
  const options = { seconds: 0.1, size: '128x128' };
  await makeClip({ prompt: '猫', options, tell: () => undefined, isStopped: () => false });
}
