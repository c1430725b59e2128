import { mediaExtension } from './media-name.ts';

/** What a file name can't hold on the systems of this world, control and direction marks included. */
const FORBIDDEN = /[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu;
const MAX_LENGTH = 32;

/** A file name to offer for a download: the beginning of the prompt, with the extension of the type. */
export function clipName(prompt: string, mimeType: string): string {
  const plain = prompt.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ');
  const stem = [...plain.trim()]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${stem || '问小猫'}.${mediaExtension(mimeType)}`;
}
