import type { Texts } from '../texts.ts';

export const userCode: Texts['userCode'] = {
  name: 'User code',
  about: 'The server knows this browser by its user code. Keep it to yourself.',
  copy: 'Copy user code',
  copied: 'User code copied. Keep it to yourself.',
  notCopied: 'Couldn’t copy the user code',
  refresh: 'Refresh user code',
  refreshed: 'Your new user code is {{code}}. Conversations under the old one no longer update.',
  followed: 'The user code was refreshed in another window. This one now uses {{code}}.',
  askTitle: 'Refresh your user code?',
  askAbout: 'The server knows this browser by its user code, {{code}}. Get a new one if someone may have seen it.',
  askHappens: 'You get a new code and reconnect. Other tabs of this browser switch too.',
  askStays: 'Conversations and videos on this device stay. Unsent messages go out under the new code.',
  askGone: 'Videos still being made under the old code won’t arrive here any more.',
  confirm: 'Refresh',
  cancel: 'Cancel',
};
