import type { Texts } from '../texts.ts';

export const shell: Texts['shell'] = {
  appName: 'Ask Kitten',
  chat: 'Chat',
  gallery: 'Gallery',
};
