import { randomBytes } from 'node:crypto';

/** Where a gateway serves its media. */
export const MEDIA_PATH = '/media/';

/** Formats that browsers show. No SVG: it can hold scripts. */
const EXTENSION_BY_TYPE: ReadonlyMap<string, string> = new Map([
  ['video/mp4', 'mp4'],
  ['video/webm', 'webm'],
  ['video/quicktime', 'mov'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/webp', 'webp'],
  ['image/avif', 'avif'],
  ['image/gif', 'gif'],
]);

const TYPE_BY_EXTENSION = new Map([...EXTENSION_BY_TYPE].map(([type, extension]) => [extension, type]));

const NAME = new RegExp(`^[0-9a-f]{32}\\.(?:${[...EXTENSION_BY_TYPE.values()].join('|')})$`);

/**
 * The file extension of a media type, without a dot. Parameters such as `codecs` are ignored.
 * @throws TypeError for a type that is no video or image a browser shows.
 */
export function mediaExtension(mimeType: string): string {
  const extension = EXTENSION_BY_TYPE.get(mimeType.split(';', 1).join().trim().toLowerCase());
  if (extension === undefined) throw new TypeError(`no media type to save: ${mimeType}`);
  return extension;
}

/**
 * A new name: 128 random bits and the extension of the type.
 * @throws TypeError as {@link mediaExtension} does.
 */
export function newMediaName(mimeType: string): string {
  return `${randomBytes(16).toString('hex')}.${mediaExtension(mimeType)}`;
}

/** Whether a text is a name that {@link newMediaName} could have made; so it never leaves its folder. */
export function isMediaName(name: string): boolean {
  return NAME.test(name);
}

/** What a file name can't hold on the systems of this world, control and direction marks included. */
const FORBIDDEN_IN_FILE_NAMES = /[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu;
const MAX_DOWNLOAD_NAME_LENGTH = 32;

/** The type of a medium by its name; undefined for what is no name. */
export function mediaTypeOf(name: string): string | undefined {
  return isMediaName(name) ? TYPE_BY_EXTENSION.get(name.slice(name.lastIndexOf('.') + 1)) : undefined;
}

/** A file name to offer for a download: the beginning of the prompt, with the extension of the type. */
export function downloadName(prompt: string, mimeType: string): string {
  const plain = prompt.replace(FORBIDDEN_IN_FILE_NAMES, ' ').replace(/\s+/g, ' ');
  const stem = [...plain.trim()]
    .slice(0, MAX_DOWNLOAD_NAME_LENGTH)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${stem || '问小猫'}.${mediaExtension(mimeType)}`;
}
