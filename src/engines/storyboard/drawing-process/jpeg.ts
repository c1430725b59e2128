import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { EngineImage } from '../../port/video-engine.ts';

/** The longer side of a small one at most, in pixels. */
const LONGER_SIDE = 320;
const SMALL_QUALITY = 70;
const QUALITY = 88;

/** A JPEG of a frame. */
export function jpeg(frame: Canvas): EngineImage {
  return imageOf(frame, QUALITY);
}

/** The size of a small picture of a frame: 320 pixels on its longer side at most. */
export function smallSize<Of extends { readonly width: number; readonly height: number }>(frame: Of): Of {
  const factor = Math.min(1, LONGER_SIDE / Math.max(frame.width, frame.height));
  const side = (pixels: number) => Math.max(1, Math.round(pixels * factor));
  return { ...frame, width: side(frame.width), height: side(frame.height) };
}

/** A small JPEG of a frame. */
export function shrunkJpeg(frame: Canvas): EngineImage {
  const { width, height } = smallSize({ width: frame.width, height: frame.height });
  const small = createCanvas(width, height);
  const pen = small.getContext('2d');
  pen.imageSmoothingQuality = 'medium';
  pen.drawImage(frame, 0, 0, width, height);
  return imageOf(small, SMALL_QUALITY);
}

function imageOf(canvas: Canvas, quality: number): EngineImage {
  const { width, height } = canvas;
  return { bytes: Uint8Array.from(canvas.encodeSync('jpeg', quality)), mimeType: 'image/jpeg', width, height };
}
