import { tally } from './tally.mjs';

const { text, video, image, system, error } = tally.subscribers;

/** Hands a message to its subscriber, as one writes it by hand. */
export function dispatch(message) {
  switch (message.type) {
    case 'text':
      return text(message);
    case 'video':
      return video(message);
    case 'image':
      return image(message);
    case 'system':
      return system(message);
    case 'error':
      return error(message);
  }
}
