import type { ImageMessage, VideoMessage } from '../../../services/index.ts';
import type { Turn } from '../../chat/conversation/turn.ts';
import { safeFileName } from './file-name.ts';

type Medium = VideoMessage | ImageMessage;

/** A medium on its way into an archive. */
export interface ExportedMedium {
  /** The `id` of its message. */
  readonly id: string;
  /** Where it is in the archive. */
  readonly path: string;
  readonly content: Blob;
}

/** How long one medium may take, in milliseconds. */
const FETCH_LIMIT = 60_000;

const FOLDER = 'media';

/** Fetches the media of a conversation, one after the other. One that can't be had is left out. */
export async function fetchMedia(turns: readonly Turn[], fetchBlob = fetchFromNetwork): Promise<readonly ExportedMedium[]> {
  const media = turns
    .flatMap(({ replies }) => replies)
    .filter((reply) => reply.kind === 'video' || reply.kind === 'image')
    .map(({ message }) => message);
  const fetched: ExportedMedium[] = [];
  for (const medium of media) {
    const content = await bytesOf(medium, fetchBlob).catch(() => null);
    if (content !== null) fetched.push({ id: medium.id, path: pathOf(medium, fetched.length + 1), content });
  }
  return fetched;
}

async function bytesOf(medium: Medium, fetchBlob: typeof fetchFromNetwork): Promise<Blob> {
  if (medium.body !== undefined) return new Blob([medium.body], { type: medium.mimeType });
  return fetchBlob(medium.url ?? `data:${medium.mimeType};base64,${medium.data ?? ''}`);
}

async function fetchFromNetwork(address: string): Promise<Blob> {
  const response = await fetch(address, { signal: AbortSignal.timeout(FETCH_LIMIT) });
  if (!response.ok) throw new Error(`it is not there: ${response.status}`);
  return response.blob();
}

/** A number keeps the order, and names apart. */
function pathOf({ name = '', type, mimeType }: Medium, number: number): string {
  const [, subtype = ''] = /\/([\w-]+)/.exec(mimeType) ?? [];
  const ending = /\.\w{1,5}$/.exec(name)?.[0] ?? `.${subtype === 'jpeg' ? 'jpg' : subtype || 'bin'}`;
  const stem = safeFileName(name.replace(/\.\w{1,5}$/, ''), type);
  return `${FOLDER}/${String(number).padStart(3, '0')} ${stem}${ending}`;
}
