import type { Texts } from '../texts.ts';

export const mediaCache: Texts['mediaCache'] = {
  title: 'Saved on this device',
  purpose: 'Finished videos are also saved on this device, so they still play offline or after a link has expired.',
  automatic: 'Save finished videos and images automatically',
  usedOne: '{{count}} file, ',
  usedOther: '{{count}} files, ',
  room: '{{used}} of {{limit}} used',
  bar: 'Space used by saved files',
  full: 'When it is full, what hasn’t been played for longest is removed first.',
  empty: 'Nothing saved yet',
  clear: 'Clear all',
  clearAsk: 'Remove everything saved on this device? Videos whose links have expired will no longer play.',
  clearConfirm: 'Remove',
  clearCancel: 'Keep',
  cleared: 'Saved files removed from this device',
  persist: 'Ask the browser to keep them',
  persisted: 'The browser will keep these files.',
  notPersisted: 'The browser declined; it may remove these files when space runs low.',
  unavailable: 'This browser or address doesn’t allow saving files on the device (HTTPS is required).',
};
