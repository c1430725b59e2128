import { UPLOAD_TYPES } from '../../../../services/index.ts';

/** What a JPEG keeps of a photo: no eye sees the rest. */
const QUALITY = 0.92;

/** Whether a picture is in a format that servers don't take, as far as its type and name tell: a phone's HEIC, AVIF … */
export function needsConversion({ type, name }: File): boolean {
  const isOther = type.startsWith('image/') && !(UPLOAD_TYPES as readonly string[]).includes(type);
  return isOther || /\.hei[cf]$/i.test(name);
}

/** The picture as JPEG, turned as it was taken; null where this browser can't read it. */
export async function convertedImage(file: Blob): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const context = canvas.getContext('2d');
    // What shows the page through it would be black as JPEG.
    if (context !== null) context.fillStyle = 'white';
    context?.fillRect(0, 0, bitmap.width, bitmap.height);
    context?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  } catch {
    return null;
  }
}
