import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { EngineImage } from '../../port/video-engine.ts';

const LONGER_SIDE = 320;
const QUALITY = 70;

/** A small JPEG of a frame: 320 pixels on its longer side at most. */
export function shrunkJpeg(frame: Canvas): EngineImage {
  const factor = Math.min(1, LONGER_SIDE / Math.max(frame.width, frame.height));
  const width = Math.max(1, Math.round(frame.width * factor));
  const height = Math.max(1, Math.round(frame.height * factor));
  const small = createCanvas(width, height);
  const pen = small.getContext('2d');
  pen.imageSmoothingQuality = 'medium';
  pen.drawImage(frame, 0, 0, width, height);
  return { bytes: Uint8Array.from(small.encodeSync('jpeg', QUALITY)), mimeType: 'image/jpeg', width, height };
}
