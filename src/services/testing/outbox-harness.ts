import { TestBed } from '@angular/core/testing';

import { DEFAULT_LIMITS, type ErrorMessage, type PromptMessage, type ServerMessage } from '../../protocol/index.ts';
import { OUTBOX_STORE } from '../outbox-store.ts';
import { type Delivery, Outbox, type OutboxLink } from '../outbox.ts';
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

/** An outbox that has looked into its store; `jasmine.clock()` has to be installed. */
export async function open(browser = new MemoryOutbox()): Promise<Outbox> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: OUTBOX_STORE, useValue: browser.page() }] });
  const outbox = TestBed.inject(Outbox);
  await elapse(0);
  return outbox;
}

/** How far a prompt has come, from the first to the last. */
export function states(outbox: Outbox, id: string): Delivery['state'][] {
  return collect(outbox.delivery$(id)).map(({ state }) => state);
}
