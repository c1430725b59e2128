import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BehaviorSubject, type Observable, Subject } from 'rxjs';

import { elapse } from '../../testing/index.ts';

import {
  CANCEL_CHANNEL,
  FETCH_TEXT,
  type TextStorage,
  LOCAL_STORAGE,
  ONLINE,
  PAGE_RETURNED,
  PAGE_URL,
  STORAGE_CHANGES,
  type StorageChange,
  WEB_SOCKET,
} from '../platform/browser.ts';
import type { WebSocketConfig } from '../config/config.ts';
import type { LogPosition } from '../resume/log-position.ts';
import { RESUME_FROM } from '../resume/log-tracker.ts';
import { OUTBOX_STORE } from '../outbox/indexed-db-outbox-store.ts';
import type { WebSocketStatus } from '../socket/status.ts';
import { WebSocketService } from '../websocket.ts';
import { FakeNetwork, type FakeServer } from './fake-network.ts';
import { memoryStorage } from './memory-storage.ts';
import { provideLayer } from './provide-layer.ts';
import { MemoryChannels } from './memory-channels.ts';
import { MemoryOutbox, type MemoryOutboxStore } from './memory-outbox-store.ts';

/** What a browser stores from page to page. */
export interface FakeBrowser {
  readonly storage: TextStorage;
  readonly outbox: MemoryOutbox;
  readonly channels: MemoryChannels;
  /** Up to where an application that saves the messages has saved the log. */
  savedTo?: LogPosition;
}

/** A browser that has never been here. */
export function newBrowser(): FakeBrowser {
  return { storage: memoryStorage(), outbox: new MemoryOutbox(), channels: new MemoryChannels() };
}

/** The service on a fake network and with a clock that only moves when told to. */
export class ServiceHarness {
  readonly network: FakeNetwork;
  readonly online = new BehaviorSubject(true);
  readonly pageReturned = new Subject<void>();
  readonly storageChanges = new Subject<StorageChange>();
  readonly service: WebSocketService;
  /** Every status so far, oldest first. */
  readonly statuses: WebSocketStatus[] = [];

  private readonly store: MemoryOutboxStore;
  private readonly closeInjector: () => void;

  /** A `further` page stands beside a first one, in the same browser, and is closed before that. */
  constructor(
    server: FakeServer,
    config: Partial<WebSocketConfig> = {},
    browser = newBrowser(),
    place: 'first' | 'further' = 'first',
  ) {
    this.network = new FakeNetwork(server);
    this.store = browser.outbox.page();
    const providers = [
      provideLayer(config),
      { provide: WEB_SOCKET, useValue: this.network.WebSocketCtor },
      { provide: FETCH_TEXT, useValue: () => Promise.resolve({ status: 200, text: '{}' }) },
      { provide: LOCAL_STORAGE, useValue: () => browser.storage },
      { provide: STORAGE_CHANGES, useValue: this.storageChanges },
      { provide: OUTBOX_STORE, useValue: this.store },
      { provide: CANCEL_CHANNEL, useFactory: () => browser.channels.open() },
      { provide: RESUME_FROM, useValue: () => Promise.resolve(browser.savedTo) },
      { provide: PAGE_URL, useValue: 'https://kitten.example/' },
      { provide: ONLINE, useValue: this.online },
      { provide: PAGE_RETURNED, useValue: this.pageReturned },
    ];
    if (place === 'first') {
      TestBed.configureTestingModule({ providers });
      this.service = TestBed.inject(WebSocketService);
      this.closeInjector = () => TestBed.resetTestingModule();
    } else {
      const injector = createEnvironmentInjector(providers, TestBed.inject(EnvironmentInjector));
      this.service = injector.get(WebSocketService);
      this.closeInjector = () => injector.destroy();
    }
    this.service.status$.subscribe((status) => this.statuses.push(status));
  }

  /** The status now. */
  get status(): WebSocketStatus | undefined {
    return this.statuses.at(-1);
  }

  /** Closes the page: its injector goes, and its socket with it. */
  leave(): void {
    this.closeInjector();
    this.store.leave();
  }

  /** Connects, whatever comes of it. */
  async connect(): Promise<void> {
    void this.service.connect();
    await elapse(5);
  }
}

/** Everything that a stream emits, as it comes. */
export function collect<Value>(values$: Observable<Value>): Value[] {
  const values: Value[] = [];
  values$.subscribe((value) => values.push(value));
  return values;
}
