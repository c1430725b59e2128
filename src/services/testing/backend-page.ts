import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NEVER } from 'rxjs';

import { OPEN_OUTBOX_STORE } from '../outbox/indexed-db-outbox-store.ts';
import {
  FETCH_TEXT,
  LOCAL_STORAGE,
  OPEN_CHANNEL,
  PAGE_URL,
  STORAGE_CHANGES,
  type TextStorage,
  WEB_SOCKET,
} from '../platform/browser.ts';
import { FakeNetwork, type FakeServer } from './fake-network.ts';
import { MemoryOutbox, type MemoryOutboxStore } from './memory-outbox-store.ts';
import { memoryStorage } from './memory-storage.ts';

/** A browser whose pages have what `provideWebSocket` makes of its parameters, on a fake network. */
export class BackendBrowser {
  readonly network: FakeNetwork;
  /** The names under which something was stored, opened or shared, in order. */
  readonly names: string[] = [];
  /** What `localStorage` has. */
  texts = memoryStorage();
  private readonly outboxes = new Map<string, MemoryOutbox>();
  private stores: MemoryOutboxStore[] = [];

  constructor(server?: FakeServer) {
    this.network = new FakeNetwork(server);
  }

  /** Opens a page; one that was open goes. */
  open(...providers: readonly (Provider | EnvironmentProviders)[]): void {
    this.close();
    TestBed.configureTestingModule({
      providers: [
        { provide: WEB_SOCKET, useValue: this.network.WebSocketCtor },
        { provide: FETCH_TEXT, useValue: () => Promise.resolve({ status: 200, text: '{}' }) },
        { provide: LOCAL_STORAGE, useValue: () => this.storage },
        { provide: STORAGE_CHANGES, useValue: NEVER },
        { provide: PAGE_URL, useValue: 'https://app.example/' },
        { provide: OPEN_CHANNEL, useValue: (name: string) => this.opened(name, null) },
        { provide: OPEN_OUTBOX_STORE, useValue: (name: string) => this.openStore(name) },
        ...providers,
      ],
    });
  }

  /** Closes the page. */
  close(): void {
    TestBed.resetTestingModule();
    for (const store of this.stores) store.leave();
    this.stores = [];
  }

  private readonly storage: TextStorage = {
    getItem: (key) => this.texts.getItem(key),
    setItem: (key, value) => this.texts.setItem(this.opened(key, key), value),
  };

  /** Clears `localStorage`, as a person does in the browser's settings. */
  clearTexts(): void {
    this.texts = memoryStorage();
  }

  /** The database of outboxes by its name. */
  outboxOf(name: string): MemoryOutbox {
    const outbox = this.outboxes.get(name) ?? new MemoryOutbox();
    this.outboxes.set(name, outbox);
    return outbox;
  }

  private openStore(name: string): MemoryOutboxStore {
    const store = this.opened(`${name} (database)`, this.outboxOf(name)).page();
    this.stores.push(store);
    return store;
  }

  private opened<Value>(name: string, value: Value): Value {
    if (!this.names.includes(name)) this.names.push(name);
    return value;
  }
}
