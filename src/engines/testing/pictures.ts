import { createCanvas } from '@napi-rs/canvas';

/** An encoded picture in one colour. */
export function pictureOf(
  colour: string,
  type: 'png' | 'jpeg' | 'webp' = 'png',
  { width, height }: { readonly width: number; readonly height: number } = { width: 24, height: 16 },
): Buffer {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = colour;
  pen.fillRect(0, 0, width, height);
  return type === 'png' ? canvas.encodeSync('png') : canvas.encodeSync(type, 90);
}
