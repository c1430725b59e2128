import type { ImageMessage, ServerMessage, VideoMessage } from '../protocol/index.ts';

/** The message with its addresses made absolute, so that whoever shows it needs to know no server. */
export function withAbsoluteMedia<Message extends ServerMessage>(message: Message, origin: string): Message {
  if (message.type !== 'video' && message.type !== 'image') return message;
  const media: VideoMessage | ImageMessage = message;
  const addresses: { url?: string; posterUrl?: string } = {};
  if (media.url !== undefined) addresses.url = new URL(media.url, origin).href;
  if (media.type === 'video' && media.posterUrl !== undefined) {
    addresses.posterUrl = new URL(media.posterUrl, origin).href;
  }
  return { ...message, ...addresses };
}
