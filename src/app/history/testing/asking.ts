import { TestBed } from '@angular/core/testing';

import { elapse, flush } from '../../../testing/index.ts';
import { FakeWebSocketService } from '../../testing/fake-web-socket-service.ts';
import { CurrentConversation } from '../current-conversation.ts';

/** Asks in a conversation of its own, and leaves it. Returns what its job's messages are of. */
export function askApart(content: string): { readonly jobId: string; readonly replyTo: string } {
  const replyTo = TestBed.inject(FakeWebSocketService).send(content);
  const current = TestBed.inject(CurrentConversation);
  current.leave(current.id() ?? '');
  return { jobId: `job of ${content}`, replyTo };
}

/** Lets what is gathered before it is stored be stored, and shown; under a fake clock. */
export async function whenStored(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await flush();
    await elapse(200);
    TestBed.tick();
  }
}
