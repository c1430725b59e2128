import { TestBed } from '@angular/core/testing';

import { DEFAULT_LIMITS, type ErrorMessage, type PromptMessage, type ServerMessage } from '../../protocol/index.ts';
import { CANCEL_LINE, type TabLine } from '../platform/browser.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { OUTBOX_STORE } from '../outbox/outbox-store.ts';
import { Outbox, type OutboxLink } from '../outbox/outbox.ts';
import { MemoryOutbox } from './memory-outbox-store.ts';
import { collect, elapse } from './service-harness.ts';

/** A prompt by its id. */
export function prompt(id: string, content = id): PromptMessage {
  return { type: 'text', id, content };
}

/** What a server says to a prompt that it takes. */
export function accepted(replyTo: string): ServerMessage {
  return { type: 'system', event: 'accepted', id: 'a', ts: 0, jobId: `job-${replyTo}`, replyTo };
}

/** What a server says to a prompt that it does not take, for now. */
export function refused(replyTo: string, fields: Partial<ErrorMessage> = {}): ServerMessage {
  return { type: 'error', id: 'e', ts: 0, code: 'queue_full', content: '满了', retryable: true, replyTo, ...fields };
}

/** A link that remembers what it carried: ids of prompts, and `cancel` with an id. */
export class RecordingLink implements OutboxLink {
  readonly carried: string[] = [];
  readonly acknowledges: boolean;
  readonly limits = DEFAULT_LIMITS;

  constructor(kind: 'full' | 'basic' = 'full') {
    this.acknowledges = kind === 'full';
  }

  readonly send = (frame: string): void => {
    const { id, type, replyTo = '' } = JSON.parse(frame) as { id?: string; type: string; replyTo?: string };
    this.carried.push(id ?? `${type} ${replyTo}`);
  };
}

/** The other tabs, as far as a page hears them. */
export class FakeTabLine implements TabLine {
  readonly told: unknown[] = [];
  onmessage: TabLine['onmessage'] = null;
  readonly postMessage = (data: unknown): void => void this.told.push(data);
  readonly close = (): void => undefined;

  /** Lets another tab tell something. */
  hear(data: unknown): void {
    this.onmessage?.call(this as unknown as BroadcastChannel, new MessageEvent('message', { data }));
  }
}

/** Has specs begin with an outbox over a store. */
export function provideOutbox(store: unknown, line: TabLine | null = null): void {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      { provide: OUTBOX_STORE, useValue: store },
      { provide: CANCEL_LINE, useValue: line },
    ],
  });
}

/** An outbox that has looked into its store; `jasmine.clock()` has to be installed. */
export async function open(browser = new MemoryOutbox(), line: TabLine | null = null): Promise<Outbox> {
  provideOutbox(browser.page(), line);
  const outbox = TestBed.inject(Outbox);
  await elapse(0);
  return outbox;
}

/** How far a prompt has come, from the first to the last. */
export function states(outbox: Outbox, id: string): Delivery['state'][] {
  return collect(outbox.delivery$(id)).map(({ state }) => state);
}
