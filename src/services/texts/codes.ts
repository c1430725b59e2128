import type { Texts } from './texts.ts';

/** No sentences: each text is its code. They apply in a lean backend that names no others. */
export const CODES: Texts = {
  reconnecting: () => 'reconnecting',
  problems: {
    exhausted: () => 'exhausted',
    'too-many': () => 'too-many',
    'code-revoked': () => 'code-revoked',
    malformed: () => 'malformed',
    refused: () => 'refused',
    'invalid-url': () => 'invalid-url',
    'no-websocket': () => 'no-websocket',
  },
  failures: {
    outbox_full: 'outbox_full',
    cancelled: 'cancelled',
    unencodable: 'unencodable',
    too_large: 'too_large',
    not_connected: 'not_connected',
  },
  unreadable: (fault) => fault?.code ?? 'bad_frame',
};
