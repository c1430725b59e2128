import type { ServerMessage } from '../protocol/index.ts';
import { LogCursor } from './log-cursor.ts';
import { welcome } from './testing/messages.ts';

function kept(seq: number): ServerMessage {
  return { type: 'text', id: 't', ts: 0, content: '', seq };
}

describe('LogCursor', () => {
  it('begins where the log is at the first greeting', () => {
    const cursor = new LogCursor();
    expect(cursor.position).toBeUndefined();
    cursor.greet(welcome('e', 4));
    expect(cursor.position).toEqual({ epoch: 'e', seq: 4 });
  });

  it('goes on with what is new, and drops what it has seen', () => {
    const cursor = new LogCursor();
    cursor.greet(welcome('e', 0));
    expect([1, 2, 2, 1, 3].map((seq) => cursor.advance(kept(seq)))).toEqual([true, true, false, false, true]);
    expect(cursor.position?.seq).toBe(3);
  });

  it('stays where it is when the same log greets again', () => {
    const cursor = new LogCursor();
    cursor.greet(welcome('e', 0));
    cursor.advance(kept(1));
    cursor.greet(welcome('e', 5));
    expect(cursor.position?.seq).toBe(1);
  });

  it('begins anew in another log', () => {
    const cursor = new LogCursor();
    cursor.greet(welcome('e', 5));
    cursor.greet(welcome('other', 3));
    expect(cursor.advance(kept(1))).toBeTrue();
    expect(cursor.position).toEqual({ epoch: 'other', seq: 1 });
  });

  it('passes everything that is not kept, and everything of a basic server', () => {
    const cursor = new LogCursor();
    expect(cursor.advance(kept(1))).toBeTrue();
    expect(cursor.advance(kept(1))).toBeTrue();
    cursor.greet(welcome('e', 9));
    expect(cursor.advance({ type: 'text', id: 't', ts: 0, content: '' })).toBeTrue();
  });

  it('forgets', () => {
    const cursor = new LogCursor();
    cursor.greet(welcome('e', 9));
    cursor.reset();
    expect(cursor.position).toBeUndefined();
  });
});
