import { TestBed } from '@angular/core/testing';

import type { ServerMessage } from '../protocol/index.ts';
import { type KeptTexts, LOCAL_STORAGE } from './browser.ts';
import { LogCursor } from './log-cursor.ts';
import { keptTexts } from './testing/kept-texts.ts';
import { welcome } from './testing/messages.ts';
import { UserCode } from './user-code.ts';

function kept(seq: number): ServerMessage {
  return { type: 'text', id: 't', ts: 0, content: '', seq };
}

function visit(storage: KeptTexts = keptTexts()): LogCursor {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: LOCAL_STORAGE, useValue: () => storage }] });
  return TestBed.inject(LogCursor);
}

describe('LogCursor', () => {
  it('begins where the log is at the first greeting', () => {
    const cursor = visit();
    expect(cursor.position).toBeUndefined();
    cursor.greet(welcome('e', 4));
    expect(cursor.position).toEqual({ epoch: 'e', seq: 4 });
  });

  it('goes on with what is new, and drops what it has seen', () => {
    const cursor = visit();
    cursor.greet(welcome('e', 0));
    expect([1, 2, 2, 1, 3].map((seq) => cursor.advance(kept(seq)))).toEqual([true, true, false, false, true]);
    expect(cursor.position?.seq).toBe(3);
  });

  it('stays where it is when the same log greets again', () => {
    const cursor = visit();
    cursor.greet(welcome('e', 0));
    cursor.advance(kept(1));
    cursor.greet(welcome('e', 5));
    expect(cursor.position?.seq).toBe(1);
  });

  it('begins anew in another log', () => {
    const cursor = visit();
    cursor.greet(welcome('e', 5));
    cursor.greet(welcome('other', 3));
    expect(cursor.advance(kept(1))).toBeTrue();
    expect(cursor.position).toEqual({ epoch: 'other', seq: 1 });
  });

  it('passes everything that is not kept, and everything of a basic server', () => {
    const cursor = visit();
    expect(cursor.advance(kept(1))).toBeTrue();
    expect(cursor.advance(kept(1))).toBeTrue();
    cursor.greet(welcome('e', 9));
    expect(cursor.advance({ type: 'text', id: 't', ts: 0, content: '' })).toBeTrue();
  });

  it('forgets', () => {
    const cursor = visit();
    cursor.greet(welcome('e', 9));
    cursor.reset();
    expect(cursor.position).toBeUndefined();
  });

  it('asks for everything again after a reload', () => {
    const storage = keptTexts();
    const before = visit(storage);
    before.greet(welcome('e', 0));
    before.advance(kept(7));
    const after = visit(storage);
    expect(after.position).toEqual({ epoch: 'e', seq: 0 });
    after.greet(welcome('e', 7));
    expect(after.advance(kept(1))).toBeTrue();
  });

  it('asks for nothing after a reload under another user code', () => {
    const storage = keptTexts();
    visit(storage).greet(welcome('e', 0));
    TestBed.inject(UserCode).refresh();
    expect(visit(storage).position).toBeUndefined();
  });

  it('begins empty where the browser keeps nothing', () => {
    const broken: KeptTexts = {
      getItem: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    };
    const cursor = visit(broken);
    cursor.greet(welcome('e', 3));
    expect(cursor.position).toEqual({ epoch: 'e', seq: 3 });
  });
});
