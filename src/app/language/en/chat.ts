import type { Texts } from '../texts.ts';

export const chat: Texts['chat'] = {
  newMessagesOne: '{{count}} new message',
  newMessagesOther: '{{count}} new messages',
};
