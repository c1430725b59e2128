import { type PromptMessage, UPLOAD_TYPES } from '../../protocol/index.ts';
import { mediaNameIn } from './media-address.ts';
import { MEDIA_PATH, mediaTypeOf } from './media-name.ts';
import type { EngineAttachment } from '../../engines/index.ts';
import type { MediaStore } from '../ports/index.ts';

/** Where a prompt's attachments may be. */
export interface AttachmentPlace {
  readonly media: Pick<MediaStore, 'find'>;
  /** Where on its origin the gateway is. Default `/`. */
  readonly basePath?: string | undefined;
  /** Whether a medium may be named; absent where every one may. */
  readonly isOwn?: ((name: string) => Promise<boolean>) | undefined;
}

/**
 * A prompt with its attachments at the addresses at which they are stored; undefined where one of them is not
 * stored here, or may not be named.
 */
export async function withOwnAttachments(
  prompt: PromptMessage,
  { media, basePath, isOwn = () => Promise.resolve(true) }: AttachmentPlace,
): Promise<PromptMessage | undefined> {
  const names = (prompt.attachments ?? []).map((url) => imageName(url, basePath));
  const areStored = await Promise.all(
    names.map(async (name) => name !== undefined && (await media.find(name)) !== undefined && (await isOwn(name))),
  );
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
    attachments.push({ bytes: await media.read(name), mimeType: imageTypeOf(name) ?? '' });
  }
  return attachments;
}

function imageName(url: string, basePath?: string): string | undefined {
  const name = mediaNameIn(url, basePath);
  return name !== undefined && imageTypeOf(name) !== undefined ? name : undefined;
}

/** The type of an image that can be uploaded, by its name. */
function imageTypeOf(name: string): (typeof UPLOAD_TYPES)[number] | undefined {
  return UPLOAD_TYPES.find((type) => type === mediaTypeOf(name));
}
