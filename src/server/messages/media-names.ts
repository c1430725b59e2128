import type { ServerMessage } from '../../protocol/index.ts';
import { mediaNameIn } from '../media/media-address.ts';

/** The names of the gateway's own media that a message refers to: what it shows, its poster, a prompt's attachments. */
export function mediaNamesIn(message: ServerMessage): readonly string[] {
  return addressesIn(message).flatMap((url) => mediaNameIn(url) ?? []);
}

function addressesIn(message: ServerMessage): readonly string[] {
  switch (message.type) {
    case 'image':
      return message.url === undefined ? [] : [message.url];
    case 'video':
      return [message.url, message.posterUrl].filter((url) => url !== undefined);
    case 'system':
      return message.event === 'accepted' ? (message.attachments ?? []) : [];
    case 'text':
    case 'error':
    case 'unknown':
      return [];
  }
}
