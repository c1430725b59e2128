import { createCanvas } from '@napi-rs/canvas';
import { Film } from '../film/film.ts';
import { readPrompt } from './read-prompt.ts';

const FORMAT = { width: 256, height: 144, frameCount: 48 };
const SHOWN = 24;

/** A thumbnail's width and height in pixels. */
const THUMBNAIL = { width: 32, height: 18 };

/** The middle frame of a prompt's clip, very small: red, green and blue of each pixel. The font must be registered. */
export function thumbnailOf(prompt: string): Uint8Array {
  const { width, height } = THUMBNAIL;
  const pen = createCanvas(width, height).getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(new Film(readPrompt(prompt, 7), FORMAT).draw(SHOWN), 0, 0, width, height);
  const { data } = pen.getImageData(0, 0, width, height);
  return Uint8Array.from(data.filter((_, index) => index % 4 !== 3));
}

/** How far two thumbnails are apart: the mean of all differences, 0 to 255. */
export function apart(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;
}
