import { type UploadType, uploadType } from '../../protocol/index.ts';

/** What the beginning of an image file says of it. */
export interface ImageHeader {
  readonly mimeType: UploadType;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

type Size = Omit<ImageHeader, 'mimeType'>;

/**
 * Reads the format and the size of an image without unpacking it: a file of a few kilobytes may unpack into
 * gigabytes. Undefined where its bytes are none of the formats of an upload, or end too early.
 */
export function readImageHeader(file: Uint8Array): ImageHeader | undefined {
  const mimeType = uploadType(file);
  if (mimeType === undefined) return undefined;
  const size = READERS[mimeType](new DataView(file.buffer, file.byteOffset, file.byteLength));
  return size === undefined || size.width === 0 || size.height === 0 ? undefined : { mimeType, ...size };
}

const READERS: Readonly<Record<UploadType, (file: DataView) => Size | undefined>> = {
  'image/png': pngSize,
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
};

/** The header chunk comes first: length, `IHDR`, width, height. */
function pngSize(file: DataView): Size | undefined {
  if (file.byteLength < 24 || tag(file, 12) !== 'IHDR') return undefined;
  return { width: file.getUint32(16), height: file.getUint32(20) };
}

/** How far into a JPEG its size is looked for, in bytes. */
const JPEG_HEADER_BYTES = 256 * 1024;

/** The markers that begin a frame and hold its size, without those of tables among them. */
function isFrameMarker(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Markers without a length: TEM, the restarts, and the beginning and end of a picture. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
}

/**
 * Segments follow one another, each with its length, until one that begins a frame. Cameras put it into the first
 * hundred kilobytes or so; further on it is not looked for, as a file may be made of markers only.
 */
function jpegSize(file: DataView): Size | undefined {
  const end = Math.min(file.byteLength - 9, JPEG_HEADER_BYTES);
  let at = 2;
  while (at < end) {
    if (file.getUint8(at) !== 0xff) return undefined;
    const marker = file.getUint8(at + 1);
    if (isFrameMarker(marker)) return { height: file.getUint16(at + 5), width: file.getUint16(at + 7) };
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) at += 1;
    else at += standsAlone(marker) ? 2 : 2 + file.getUint16(at + 2);
  }
  return undefined;
}

/** Three kinds: lossy, lossless, and extended with the size of the whole canvas. */
function webpSize(file: DataView): Size | undefined {
  if (file.byteLength < 30) return undefined;
  switch (tag(file, 12)) {
    case 'VP8 ':
      return { width: file.getUint16(26, true) & 0x3fff, height: file.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = file.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: 1 + uint24(file, 24), height: 1 + uint24(file, 27) };
    default:
      return undefined;
  }
}

function uint24(file: DataView, at: number): number {
  return file.getUint16(at, true) | (file.getUint8(at + 2) << 16);
}

function tag(file: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => file.getUint8(at + index)));
}
