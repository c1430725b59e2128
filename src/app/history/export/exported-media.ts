import type { ImageMessage, VideoMessage } from '../../../services/index.ts';
import type { Turn } from '../../conversation-model/turn.ts';
import { numberedName } from '../../saving/zip-file.ts';
import { safeFileName } from './file-name.ts';

/** A picture that is known by its address alone: a reference image, the cover of a clip. */
interface Still {
  readonly id: string;
  readonly type: 'reference' | 'cover';
  readonly url: string;
}

/** Where a medium comes from. */
type Source = VideoMessage | ImageMessage | Still;

/** A medium on its way into an archive. */
export interface ExportedMedium {
  /** The `id` of its message; the address of a reference image and of a cover. */
  readonly id: string;
  /** Its address, if it has one. */
  readonly address: string | undefined;
  /** Where it is in the archive. */
  readonly path: string;
  readonly content: Blob;
}

/** How long one medium may take, in milliseconds. */
const FETCH_LIMIT = 60_000;

const FOLDER = 'media';

/** Finds the copy of an address that this device has, if any. */
type FindCopy = (address: string) => Promise<Blob | undefined>;

/**
 * Fetches the media of a conversation, one after the other, those that this device has without the network: their links
 * may have expired. One that can't be had is left out.
 */
export async function fetchMedia(turns: readonly Turn[], findCopy: FindCopy): Promise<readonly ExportedMedium[]> {
  const fetched = new Map<string, ExportedMedium>();
  for (const source of turns.flatMap(sourcesOf)) {
    const { id } = source;
    // The same reference image may have been given with many prompts.
    const content = fetched.has(id) ? null : await findBytes(source, findCopy);
    if (content !== null)
      fetched.set(id, { id, address: source.url, path: pathOf(source, content.type, fetched.size + 1), content });
  }
  return [...fetched.values()];
}

function isStill(source: Source): source is Still {
  return source.type === 'reference' || source.type === 'cover';
}

/** The media of a turn in their order: the reference images of the prompt, what answers it, and the covers of that. */
function sourcesOf({ prompt, replies }: Turn): readonly Source[] {
  const references = (prompt?.attachments ?? []).map((url): Source => ({ id: url, type: 'reference', url }));
  const media = replies.flatMap((reply) => (reply.kind === 'video' || reply.kind === 'image' ? [reply.message] : []));
  const covers = media.flatMap((message): readonly Source[] => {
    const url = message.type === 'video' ? message.posterUrl : undefined;
    return url === undefined ? [] : [{ id: url, type: 'cover', url }];
  });
  return [...references, ...media, ...covers];
}

/** What a medium consists of: this device's copy, what came with its message, or what its address has; null where that can't be had. */
export function findBytes(source: Source, findCopy: FindCopy): Promise<Blob | null> {
  return bytesOf(source, findCopy).catch(() => null);
}

async function bytesOf(source: Source, findCopy: FindCopy): Promise<Blob> {
  const load = async (url: string): Promise<Blob> => (await findCopy(url)) ?? fetchFromNetwork(url);
  if (isStill(source)) return load(source.url);
  if (source.body !== undefined) return new Blob([source.body], { type: source.mimeType });
  if (source.url !== undefined) return load(source.url);
  return fetchFromNetwork(`data:${source.mimeType};base64,${source.data ?? ''}`);
}

async function fetchFromNetwork(address: string): Promise<Blob> {
  const response = await fetch(address, { signal: AbortSignal.timeout(FETCH_LIMIT) });
  if (!response.ok) throw new Error(`it is not there: ${response.status}`);
  return response.blob();
}

/** Where it is in the archive. */
function pathOf(source: Source, contentType: string, number: number): string {
  const { name = '', mimeType } = isStill(source) ? { mimeType: contentType } : source;
  const [, subtype = ''] = /\/([\w-]+)/.exec(mimeType) ?? [];
  const ending = /\.\w{1,5}$/.exec(name)?.[0] ?? `.${subtype === 'jpeg' ? 'jpg' : subtype || 'bin'}`;
  const stem = safeFileName(name.replace(/\.\w{1,5}$/, ''), source.type);
  return `${FOLDER}/${numberedName(number, `${stem}${ending}`)}`;
}
