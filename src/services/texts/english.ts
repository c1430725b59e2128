import type { Texts } from './texts.ts';

/** The layer's sentences in English, for `withTexts(ENGLISH)`. */
export const ENGLISH: Texts = {
  reconnecting: ({ attempt, maxAttempts, isRefused }) =>
    `${isRefused ? 'The server has too many connections or messages of this user code' : 'The connection to the server is lost'}; ` +
    `reconnecting (attempt ${attempt}${maxAttempts === Infinity ? '' : ` of ${maxAttempts}`}).`,
  problems: {
    exhausted: (max) => `Reconnecting has failed ${max} times. Check the network and the server, then connect again.`,
    'too-many': () =>
      'The server has too many connections or messages of this user code. Close some tabs, then connect again.',
    'code-revoked': () => 'This user code is not valid any more. Refresh it.',
    malformed: () =>
      'The server does not accept the request. Refresh the user code, or check the address of the server.',
    refused: () => 'The server does not let this client in. Ask whoever runs it for access.',
    'invalid-url': () => 'The address of the server is not valid. Check the configured address.',
    'no-websocket': () => 'There is no WebSocket here.',
  },
  failures: {
    outbox_full: 'Too many messages are waiting to be sent.',
    cancelled: 'Cancelled.',
    unencodable: 'This message can not be encoded.',
    too_large: 'This message is too large.',
    not_connected: 'There is no connection; the message was not sent.',
  },
  unreadable: (fault) => `A message could not be read (${fault?.reason ?? 'not the expected form'}).`,
};
