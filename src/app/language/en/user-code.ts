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
  confirm: 'Refresh',
  cancel: 'Cancel',
};
