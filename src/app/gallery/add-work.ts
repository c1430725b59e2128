import type { ImageMessage, VideoMessage } from '../../services/index.ts';
import { isPosterOf } from '../media/poster.ts';

/** A finished clip with its still, or a still that belongs to no clip. */
export type Work =
  | { readonly kind: 'video'; readonly id: string; readonly message: VideoMessage; readonly poster?: ImageMessage }
  | { readonly kind: 'image'; readonly id: string; readonly message: ImageMessage };

/** The works, newest first, with one more medium. A preview is none, and a clip's still goes with the clip. */
export function addWork(works: readonly Work[], message: ImageMessage | VideoMessage): readonly Work[] {
  if (works.some(({ id }) => id === message.id)) return works;
  return message.type === 'video' ? addVideo(works, message) : addImage(works, message);
}

function addVideo(works: readonly Work[], message: VideoMessage): readonly Work[] {
  const posters = works.filter((work) => work.kind === 'image' && isPosterOf(work.message, message));
  const others = works.filter((work) => !posters.includes(work));
  const poster = posters[0]?.message;
  return [{ kind: 'video', id: message.id, message, ...(poster?.type === 'image' && { poster }) }, ...others];
}

function addImage(works: readonly Work[], message: ImageMessage): readonly Work[] {
  const isPoster = works.some((work) => work.kind === 'video' && isPosterOf(message, work.message));
  if (message.preview === true || isPoster) return works;
  return [{ kind: 'image', id: message.id, message }, ...works];
}
