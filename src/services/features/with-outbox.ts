import { inject } from '@angular/core';

import { OPEN_OUTBOX_STORE, OUTBOX_STORE } from '../outbox/indexed-db-outbox-store.ts';
import type { OutboxStore } from '../outbox/outbox-store.ts';
import { Outbox } from '../outbox/outbox.ts';
import { PROMPTS } from '../outbox/prompts.ts';
import { CANCEL_CHANNEL, OPEN_CHANNEL } from '../platform/browser.ts';
import { STORAGE_PREFIX } from '../platform/storage-prefix.ts';
import type { WebSocketFeature } from './feature.ts';

/**
 * Prompts wait for a connection, in order and over reloads, and go out again until the server has accepted them.
 * Without it a prompt is sent at once, or has failed.
 * @param openStore makes the store of the prompts by its name. Default: IndexedDB.
 */
export function withOutbox(openStore?: (name: string) => OutboxStore): WebSocketFeature {
  const openByName = (): OutboxStore => {
    const open = openStore ?? inject(OPEN_OUTBOX_STORE);
    return open(inject(STORAGE_PREFIX));
  };
  return {
    kind: 'outbox',
    providers: [
      Outbox,
      { provide: PROMPTS, useExisting: Outbox },
      { provide: OUTBOX_STORE, useFactory: openByName },
      { provide: CANCEL_CHANNEL, useFactory: () => inject(OPEN_CHANNEL)(`${inject(STORAGE_PREFIX)}.cancel`) },
    ],
  };
}
