import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { NEVER, of } from 'rxjs';

import {
  LOCAL_STORAGE,
  ONLINE,
  OPEN_CHANNEL,
  OPEN_OUTBOX_STORE,
  type OutboxStore,
  PAGE_URL,
  STORAGE_CHANGES,
  WEB_SOCKET,
} from '../index.ts';
import type { FakeNetwork } from './fake-network.ts';
import { memoryStorage } from './memory-storage.ts';

/** What waits lives as long as the page: a spec must not send what another one has left. */
const NOTHING_STORED: OutboxStore = {
  adopt: () => Promise.resolve([]),
  save: () => Promise.resolve(),
  delete: () => Promise.resolve(),
};

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
    { provide: OPEN_OUTBOX_STORE, useValue: () => NOTHING_STORED },
    { provide: ONLINE, useValue: of(true) },
    { provide: PAGE_URL, useValue: 'https://kitten.example/' },
  ]);
}
