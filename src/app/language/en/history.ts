import type { Texts } from '../texts.ts';

export const history: Texts['history'] = {
  notKept: 'Your browser can’t save the chat history. New messages will be lost when you close this page.',
};
