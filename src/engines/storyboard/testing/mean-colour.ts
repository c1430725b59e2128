import { createCanvas, Image } from '@napi-rs/canvas';

/** The mean colour of an encoded picture, each channel from 0 to 255. */
export async function meanColour(
  file: Uint8Array,
): Promise<{ readonly red: number; readonly green: number; readonly blue: number }> {
  const image = new Image();
  image.src = file;
  await image.decode();
  const pen = createCanvas(1, 1).getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return { red, green, blue };
}
