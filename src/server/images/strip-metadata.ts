import type { UploadType } from '../../protocol/index.ts';
import { exifOrientation, orientationSegment } from './exif-orientation.ts';

/**
 * An image file without what cameras and programs write into it besides the picture: places, times, names, previews,
 * comments, and whatever follows its end. Colours and, in a JPEG, which side is up stay. A file that does not hold to its
 * format comes back as it is from where it leaves it.
 */
export function withoutMetadata(file: Buffer, mimeType: UploadType): Buffer {
  return Buffer.concat(WITHOUT[mimeType](file));
}

const WITHOUT: Readonly<Record<UploadType, (file: Buffer) => readonly Buffer[]>> = {
  'image/jpeg': jpegParts,
  'image/png': pngParts,
  'image/webp': webpParts,
};

const START_OF_SCAN = 0xda;
const END = 0xd9;
/** What is kept of the segments of applications: JFIF, colour profiles, and how Adobe has turned colours. */
const KEPT_APPLICATIONS = [0xe0, 0xe2, 0xee];
const COMMENT = 0xfe;
const PROFILE = 'ICC_PROFILE';

function jpegParts(file: Buffer): readonly Buffer[] {
  const parts = [file.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
    } else if (marker === END) {
      return [...parts, file.subarray(at, at + 2)];
    } else if (standsAlone(marker)) {
      parts.push(file.subarray(at, at + 2));
      at += 2;
    } else {
      const next = at + 2 + file.readUInt16BE(at + 2);
      const end = marker === START_OF_SCAN ? endOfScan(file, next) : next;
      const segment = file.subarray(at, end);
      parts.push(...keptOfSegment(marker, segment));
      at = end;
    }
  }
  return [...parts, file.subarray(at)];
}

/** The restarts, and TEM. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

function keptOfSegment(marker: number, segment: Buffer): readonly Buffer[] {
  const isOfApplication = marker >= 0xe0 && marker <= 0xef;
  const orientation = marker === 0xe1 ? exifOrientation(segment) : undefined;
  if (orientation !== undefined) return [orientationSegment(orientation)];
  const isForeign = marker === 0xe2 && segment.toString('latin1', 4, 4 + PROFILE.length) !== PROFILE;
  if (marker === COMMENT || isForeign || (isOfApplication && !KEPT_APPLICATIONS.includes(marker))) return [];
  return [segment];
}

/** Where the picture's data end: at the next marker but those of restarts. A zero after 0xff makes it no marker. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const marker = file[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !standsAlone(marker)) return at;
  }
  return file.length;
}

const PNG_METADATA = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'];

/** Chunks: length, type, data, checksum. */
function pngParts(file: Buffer): readonly Buffer[] {
  const parts = [file.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= file.length) {
    const type = file.toString('latin1', at + 4, at + 8);
    const end = at + 12 + file.readUInt32BE(at);
    if (!PNG_METADATA.includes(type)) parts.push(file.subarray(at, end));
    at = end;
    if (type === 'IEND') return parts;
  }
  return [...parts, file.subarray(at)];
}

const WEBP_METADATA = ['EXIF', 'XMP '];
/** The bits in the header of the extended kind that promise them. */
const WEBP_METADATA_FLAGS = 0x0c;

/** Chunks: type, length, data, and a byte more where the length is odd. */
function webpParts(file: Buffer): readonly Buffer[] {
  const chunks: Buffer[] = [];
  const stated = Math.min(file.length, 8 + file.readUInt32LE(4));
  for (let at = 12; at + 8 <= stated;) {
    const type = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    const chunk = Buffer.from(file.subarray(at, end));
    if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~WEBP_METADATA_FLAGS;
    if (!WEBP_METADATA.includes(type)) chunks.push(chunk);
    at = end;
  }
  const header = Buffer.from(file.subarray(0, 12));
  header.writeUInt32LE(4 + chunks.reduce((sum, { length }) => sum + length, 0), 4);
  return [header, ...chunks];
}
