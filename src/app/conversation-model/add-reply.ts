import type {
  ErrorMessage,
  ImageMessage,
  SystemMessage,
  TextMessage,
  UnknownMessage,
  VideoMessage,
} from '../../services/index.ts';
import type { Reply, TextReply } from './turn.ts';

/** A message that has a place of its own in a conversation. */
export type DurableMessage = TextMessage | ImageMessage | VideoMessage | SystemMessage | ErrorMessage | UnknownMessage;

/** The replies with one more message. A message that was there already takes its old place again. */
export function addReply(replies: readonly Reply[], message: DurableMessage): readonly Reply[] {
  switch (message.type) {
    case 'text':
      return addText(replies, message);
    case 'image':
      return addImage(replies, message);
    case 'video':
      return addVideo(replies, message);
    case 'system':
    case 'unknown':
      return put(replies, { kind: 'system', id: message.id, message });
    case 'error':
      return put(replies, { kind: 'error', id: message.id, message });
  }
}

function addText(replies: readonly Reply[], message: TextMessage): readonly Reply[] {
  const { id, ts: at, content, prompt, shots, scene } = message;
  const known = replies.find((reply): reply is TextReply => reply.kind === 'text' && reply.id === id);
  // Without a position in the log, the text of a job is as much of it as there is by now.
  const isTransient = message.seq === undefined && message.jobId !== undefined;
  if (message.append !== true)
    return put(replies, {
      kind: 'text',
      id,
      at: known?.at ?? at,
      content,
      isGrowing: isTransient,
      ...(prompt !== undefined && { prompt }),
      ...(shots !== undefined && { shotCount: shots.length }),
      ...(scene !== undefined && { scene }),
    });
  const told = scene !== undefined && { scene };
  if (known === undefined) return put(replies, { kind: 'text', id, at, content, isGrowing: true, ...told });
  // A delta that comes after the whole text is a late one, and in it already.
  return known.isGrowing ? put(replies, { ...known, content: known.content + content, ...told }) : replies;
}

function addImage(replies: readonly Reply[], message: ImageMessage): readonly Reply[] {
  const video = replies.find((reply) => reply.kind === 'video' && isPosterOf(message, reply.message));
  if (video?.kind === 'video') return put(replies, { ...video, poster: message });
  return put(replies, { kind: 'image', id: message.id, message });
}

function addVideo(replies: readonly Reply[], message: VideoMessage): readonly Reply[] {
  const stills = replies
    .filter((reply) => reply.kind === 'image')
    .filter((reply) => isPosterOf(reply.message, message));
  const others = replies.filter(({ id }) => stills.every((still) => still.id !== id));
  const known = replies.find((reply) => reply.kind === 'video' && reply.id === message.id);
  const poster = stills.at(-1)?.message ?? (known?.kind === 'video' ? known.poster : undefined);
  return put(others, { kind: 'video', id: message.id, message, ...(poster !== undefined && { poster }) });
}

function put(replies: readonly Reply[], reply: Reply): readonly Reply[] {
  const index = replies.findIndex(({ id }) => id === reply.id);
  return index === -1 ? [...replies, reply] : replies.with(index, reply);
}

/** Whether an image is the still of a clip, and so not a work of its own. */
function isPosterOf(image: ImageMessage, video: VideoMessage): boolean {
  if (video.posterUrl !== undefined) return image.url === video.posterUrl;
  return image.jobId !== undefined && image.jobId === video.jobId;
}
