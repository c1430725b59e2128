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

function visit(storage: KeptTexts = keptTexts(), endpoint = 'ws://server.example/'): LogCursor {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: LOCAL_STORAGE, useValue: () => storage }] });
  const cursor = TestBed.inject(LogCursor);
  cursor.visit(endpoint);
  return cursor;
}

describe('LogCursor', () => {
  it('begins where the log is at the first greeting', () => {
    const cursor = visit();
    expect(cursor.position).toBeUndefined();
    cursor.greet(welcome('e', 4));
    expect(cursor.position).toEqual({ epoch: 'e', seq: 4 });
  });

  it('goes on with what is new, knows what it has seen, and sees what is missing', () => {
    const cursor = visit();
    cursor.greet(welcome('e', 0));
    const places = [1, 2, 2, 1, 4, 3].map((seq) => {
      const place = cursor.place(kept(seq));
      if (place === 'next') cursor.advance(kept(seq));
      return place;
    });
    expect(places).toEqual(['next', 'next', 'seen', 'seen', 'beyond', 'next']);
    expect(cursor.position?.seq).toBe(3);
  });

  it('stays where it is when the same log greets again', () => {
    const cursor = visit();
    cursor.greet(welcome('e', 0));
    cursor.advance(kept(1));
    cursor.greet(welcome('e', 5));
    expect(cursor.position?.seq).toBe(1);
  });

  it('begins anew in a log that has been set back', () => {
    const cursor = visit();
    cursor.greet(welcome('e', 9));
    cursor.greet(welcome('e', 3));
    expect(cursor.place(kept(1))).toBe('next');
  });

  it('knows a server that has greeted before, also under a new user code', () => {
    const storage = keptTexts();
    expect(visit(storage).hasGreeted).toBeFalse();
    TestBed.inject(LogCursor).greet(welcome('e', 0));
    TestBed.inject(UserCode).refresh();
    expect(visit(storage).hasGreeted).toBeTrue();
    expect(visit(storage, 'ws://other.example/').hasGreeted).toBeFalse();
  });

  it('begins anew in another log', () => {
    const cursor = visit();
    cursor.greet(welcome('e', 5));
    cursor.greet(welcome('other', 3));
    expect(cursor.position).toEqual({ epoch: 'other', seq: 0 });
    expect(cursor.place(kept(1))).toBe('next');
  });

  it('passes everything that is not kept, and everything of a basic server', () => {
    const cursor = visit();
    expect(cursor.place(kept(1))).toBe('next');
    cursor.advance(kept(1));
    expect(cursor.place(kept(1))).toBe('next');
    cursor.greet(welcome('e', 9));
    expect(cursor.place({ type: 'text', id: 't', ts: 0, content: '' })).toBe('next');
  });

  it('goes on behind a gap that has been told, and never back', () => {
    const cursor = visit();
    cursor.greet(welcome('e', 0));
    cursor.skipTo(5);
    expect(cursor.place(kept(5))).toBe('next');
    cursor.skipTo(3);
    expect(cursor.position?.seq).toBe(4);
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
    expect(after.place(kept(1))).toBe('next');
  });

  it('asks for nothing after a reload under another user code', () => {
    const storage = keptTexts();
    visit(storage).greet(welcome('e', 0));
    TestBed.inject(UserCode).refresh();
    expect(visit(storage).position).toBeUndefined();
  });

  it('does not take one server for another', () => {
    const storage = keptTexts();
    visit(storage).greet(welcome('e', 0));
    expect(visit(storage, 'ws://other.example/').position).toBeUndefined();
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
