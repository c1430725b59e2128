import { type PromptMessage, UPLOAD_TYPES } from '../../protocol/index.ts';
import { mediaNameIn } from './media-address.ts';
import { MEDIA_PATH, mediaExtension } from './media-name.ts';
import type { EngineAttachment } from '../../engines/index.ts';
import type { MediaStore } from '../ports/index.ts';

const MIME_TYPES: ReadonlyMap<string, string> = new Map(UPLOAD_TYPES.map((type) => [mediaExtension(type), type]));

/**
 * A prompt with its attachments at the addresses at which they are stored; undefined where one of them is not
 * stored here.
 */
export async function withOwnAttachments(
  prompt: PromptMessage,
  media: Pick<MediaStore, 'has'>,
  basePath?: string,
): Promise<PromptMessage | undefined> {
  const names = (prompt.attachments ?? []).map((url) => imageName(url, basePath));
  const areStored = await Promise.all(names.map(async (name) => name !== undefined && (await media.has(name))));
  if (areStored.includes(false)) return undefined;
  return { ...prompt, attachments: names.map((name) => `${MEDIA_PATH}${name ?? ''}`) };
}

/** Reads the attachments of a prompt for an engine, one after the other. Rejects where one is not there any more. */
export async function readAttachments(
  urls: readonly string[],
  media: Pick<MediaStore, 'read'>,
): Promise<readonly EngineAttachment[]> {
  const attachments: EngineAttachment[] = [];
  for (const url of urls) {
    const name = imageName(url);
    if (name === undefined) throw new Error('an attachment is no image of this gateway');
    attachments.push({ bytes: await media.read(name), mimeType: mimeTypeOf(name) ?? '' });
  }
  return attachments;
}

function imageName(url: string, basePath?: string): string | undefined {
  const name = mediaNameIn(url, basePath);
  return name !== undefined && mimeTypeOf(name) !== undefined ? name : undefined;
}

function mimeTypeOf(name: string): string | undefined {
  return MIME_TYPES.get(name.slice(name.lastIndexOf('.') + 1));
}
