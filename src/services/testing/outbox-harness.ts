import {
  createEnvironmentInjector,
  EnvironmentInjector,
  type EnvironmentProviders,
  type Provider,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { elapse } from '../../testing/index.ts';
import { DEFAULT_LIMITS } from '../../protocol/index.ts';
import { CANCEL_CHANNEL, type TabChannel } from '../platform/browser.ts';
import { OUTBOX_STORE } from '../outbox/indexed-db-outbox-store.ts';
import type { Delivery, OutboxSocket } from '../outbox/outbox-entry.ts';
import { Outbox } from '../outbox/outbox.ts';
import { MemoryOutbox } from './memory-outbox-store.ts';
import { provideLayer } from './provide-layer.ts';
import { collect } from './service-harness.ts';

/** A socket that remembers what it carried: ids of prompts, and `cancel` with an id. */
export class RecordingSocket implements OutboxSocket {
  readonly carried: string[] = [];
  readonly acknowledges: boolean;
  readonly limits = DEFAULT_LIMITS;
  /** Whether the server has said goodbye, while the socket is not over yet. */
  isClosing = false;

  constructor(kind: 'full' | 'basic' = 'full') {
    this.acknowledges = kind === 'full';
  }

  readonly send: OutboxSocket['send'] = (message) => {
    if (this.isClosing) return false;
    this.carried.push(message.type === 'cancel' ? `cancel ${message.replyTo}` : message.id);
    return true;
  };
}

/** The channel to the other tabs, as one page has it. */
export class FakeTabChannel implements TabChannel {
  readonly posted: unknown[] = [];
  onmessage: TabChannel['onmessage'] = null;
  readonly postMessage = (data: unknown): void => void this.posted.push(data);
  readonly close = (): void => undefined;

  /** Lets another tab post something. */
  receive(data: unknown): void {
    this.onmessage?.call(this as unknown as BroadcastChannel, new MessageEvent('message', { data }));
  }
}

function providersOf(store: unknown, channel: TabChannel | null): (Provider | EnvironmentProviders)[] {
  return [provideLayer(), { provide: OUTBOX_STORE, useValue: store }, { provide: CANCEL_CHANNEL, useValue: channel }];
}

/** Has specs begin with an outbox over a store. */
export function provideOutbox(store: unknown, channel: TabChannel | null = null): void {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: providersOf(store, channel) });
}

/** An outbox that has looked into its store, beside those of other pages; `jasmine.clock()` has to be installed. */
export async function openOutbox(browser = new MemoryOutbox(), channel: TabChannel | null = null): Promise<Outbox> {
  const page = createEnvironmentInjector(providersOf(browser.page(), channel), TestBed.inject(EnvironmentInjector));
  const outbox = page.get(Outbox);
  await elapse(0);
  return outbox;
}

/** How far a prompt has come, from the first to the last. */
export function states(outbox: Outbox, id: string): Delivery['state'][] {
  return collect(outbox.delivery$(id)).map(({ state }) => state);
}
