import { filledText, integer, isJsonObject } from './decode/decoding.ts';
import { isMediaUrl } from './media-url.ts';

/** Where a server that has the feature `uploads` takes reference images, on the origin of its socket. */
export const UPLOADS_PATH = '/api/uploads';

/** The header that holds the user code of an upload: in an address, it would show in logs. */
export const USER_CODE_HEADER = 'x-user-code';

/** The formats that a reference image may have. */
export const UPLOAD_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** One of the formats that a reference image may have. */
export type UploadType = (typeof UPLOAD_TYPES)[number];

/** What a server takes of a reference image at most. */
export const UPLOAD_LIMITS = {
  /** Bytes of the file. */
  bytes: 8 * 1024 * 1024,
  /** Width times height: a small file may unpack into a very large picture. */
  pixels: 40_000_000,
} as const;

/** An image that a server has taken. */
export interface UploadedImage {
  /** Its address, as a prompt's `attachments` take it. */
  readonly url: string;
  /** What it is, for example `image/png`. */
  readonly mimeType: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Size of the file. */
  readonly bytes: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** How many bytes from the beginning of a file {@link uploadType} looks at. */
export const UPLOAD_TYPE_BYTES = 12;

/** The format of an image by how its bytes begin, whatever its name says; undefined for one that is not taken. */
export function uploadType(bytes: Uint8Array): UploadType | undefined {
  const has = (signature: readonly number[], at = 0): boolean =>
    signature.every((byte, index) => bytes[at + index] === byte);
  if (has(PNG)) return 'image/png';
  if (has(JPEG)) return 'image/jpeg';
  return has(RIFF) && has(WEBP, 8) ? 'image/webp' : undefined;
}

/** Reads a server's answer to an upload, parsed from JSON; undefined where it is none. */
export function decodeUpload(json: unknown): UploadedImage | undefined {
  if (!isJsonObject(json)) return undefined;
  const url = filledText(json['url']);
  const mimeType = filledText(json['mimeType']);
  const width = integer(json['width'], 1);
  const height = integer(json['height'], 1);
  const bytes = integer(json['bytes'], 1);
  if (url === undefined || !isMediaUrl(url, 'image') || mimeType === undefined) return undefined;
  if (width === undefined || height === undefined || bytes === undefined) return undefined;
  return { url, mimeType, width, height, bytes };
}
