import type { Texts } from '../texts.ts';

export const find: Texts['find'] = {
  label: 'Find in conversation',
  previous: 'Previous match',
  next: 'Next match',
  close: 'Close search',
  nothing: 'No matches',
};
