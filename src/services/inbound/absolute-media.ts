import type { ImageMessage, ServerMessage, VideoMessage } from '../../protocol/index.ts';

/** The message with its addresses made absolute, so that whoever shows it needs to know no server. */
export function withAbsoluteMedia<Message extends ServerMessage>(message: Message, origin: string): Message {
  const absolute = (url: string): string => new URL(url, origin).href;
  if (message.type === 'system' && message.event === 'accepted' && message.attachments !== undefined) {
    return { ...message, attachments: message.attachments.map(absolute) };
  }
  if (message.type !== 'video' && message.type !== 'image') return message;
  const media: VideoMessage | ImageMessage = message;
  const addresses: { url?: string; posterUrl?: string } = {};
  if (media.url !== undefined) addresses.url = absolute(media.url);
  if (media.type === 'video' && media.posterUrl !== undefined) addresses.posterUrl = absolute(media.posterUrl);
  return { ...message, ...addresses };
}
