import type { Texts } from '../texts.ts';

export const shell: Texts['shell'] = {
  appName: 'Ask Kitten',
  description: 'Say it in a sentence, and Kitten turns it into a short video.',
  notices: 'Notices',
  newConversation: 'New chat',
  chat: 'Chat',
  gallery: 'Gallery',
  diagnostics: 'Diagnostics',
  settings: 'Settings',
  pages: 'Pages',
  panel: 'Sidebar',
  openPanel: 'Open sidebar',
  closePanel: 'Close sidebar',
  skip: 'Skip to content',
  more: 'More',
  popUps: 'Menus and dialogs',
  pageFailed: 'This page can’t be opened right now. Please try again later.',
  pageTitle: '{{title}} · {{name}}',

  language: 'Language',
  theme: 'Theme',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeSystem: 'System',

  shortcuts: 'Keyboard shortcuts',
  close: 'Close',

  tabRunning: '{{percent}}% · {{title}}',
  tabCompleted: '✓ Done · {{title}}',
  tabFailed: '⚠ Failed · {{title}}',
  pageUnknown: 'This page doesn’t exist',
  updateBroken: 'The copy of the app on this device is incomplete. Please reload it.',
  reload: 'Reload',
};
