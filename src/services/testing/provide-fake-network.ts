import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { NEVER, of } from 'rxjs';

import {
  FETCH_TEXT,
  LOCAL_STORAGE,
  NO_OUTBOX_STORE,
  ONLINE,
  OPEN_CHANNEL,
  OPEN_OUTBOX_STORE,
  PAGE_RETURNED,
  PAGE_URL,
  STORAGE_CHANGES,
  WEB_SOCKET,
} from '../index.ts';
import type { FakeNetwork } from './fake-network.ts';
import { memoryStorage } from './memory-storage.ts';

/**
 * Has the layer connect through a fake network, as one page of a browser that has never been here. To be given beside
 * `provideWebSocket`.
 */
export function provideFakeNetwork(network: FakeNetwork): EnvironmentProviders {
  const storage = memoryStorage();
  return makeEnvironmentProviders([
    { provide: WEB_SOCKET, useValue: network.WebSocketCtor },
    { provide: LOCAL_STORAGE, useValue: () => storage },
    { provide: STORAGE_CHANGES, useValue: NEVER },
    { provide: OPEN_CHANNEL, useValue: () => null },
    // A spec must not send what another one has left.
    { provide: OPEN_OUTBOX_STORE, useValue: () => NO_OUTBOX_STORE },
    { provide: ONLINE, useValue: of(true) },
    { provide: PAGE_RETURNED, useValue: NEVER },
    // There is no file of configuration, and an application that wants one is content with that.
    { provide: FETCH_TEXT, useValue: () => Promise.resolve({ status: 404, text: '' }) },
    { provide: PAGE_URL, useValue: 'https://kitten.example/' },
  ]);
}
