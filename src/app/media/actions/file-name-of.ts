import type { ImageMessage, VideoMessage } from '../../../services/index.ts';

/** What the file of a medium is called where nobody has named it. */
export function fileNameOf({ name, id, mimeType }: ImageMessage | VideoMessage): string {
  return name ?? `${id}.${mimeType.split('/')[1] ?? 'bin'}`;
}
