import { TestBed } from '@angular/core/testing';

import type { ServerMessage } from '../../protocol/index.ts';
import { type KeptTexts, LOCAL_STORAGE } from '../platform/browser.ts';
import { LogCursor } from './log-cursor.ts';
import { type FindLogStart, LOG_START } from './log-start.ts';
import type { LogPosition } from '../socket/socket-url.ts';
import { keptTexts } from '../testing/kept-texts.ts';
import { welcome } from '../testing/messages.ts';
import { UserCode } from '../identity/user-code.ts';

function kept(seq: number): ServerMessage {
  return { type: 'text', id: 't', ts: 0, content: '', seq };
}

async function visit(
  storage: KeptTexts = keptTexts(),
  endpoint = 'ws://server.example/',
  findStart: FindLogStart = () => Promise.resolve(undefined),
): Promise<LogCursor> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      { provide: LOCAL_STORAGE, useValue: () => storage },
      { provide: LOG_START, useValue: findStart },
    ],
  });
  const cursor = TestBed.inject(LogCursor);
  await cursor.visit(endpoint);
  return cursor;
}

describe('LogCursor', () => {
  it('begins where the log is at the first greeting', async () => {
    const cursor = await visit();
    expect(cursor.position).toBeUndefined();
    cursor.greet(welcome('e', 4));
    expect(cursor.position).toEqual({ epoch: 'e', seq: 4 });
  });

  it('goes on with what is new, knows what it has seen, and sees what is missing', async () => {
    const cursor = await visit();
    cursor.greet(welcome('e', 0));
    const places = [1, 2, 2, 1, 4, 3].map((seq) => {
      const place = cursor.place(kept(seq));
      if (place === 'next') cursor.advance(kept(seq));
      return place;
    });
    expect(places).toEqual(['next', 'next', 'seen', 'seen', 'beyond', 'next']);
    expect(cursor.position?.seq).toBe(3);
  });

  it('stays where it is when the same log greets again', async () => {
    const cursor = await visit();
    cursor.greet(welcome('e', 0));
    cursor.advance(kept(1));
    cursor.greet(welcome('e', 5));
    expect(cursor.position?.seq).toBe(1);
  });

  it('begins anew in a log that has been set back', async () => {
    const cursor = await visit();
    cursor.greet(welcome('e', 9));
    cursor.greet(welcome('e', 3));
    expect(cursor.place(kept(1))).toBe('next');
  });

  it('knows a server that has greeted before, also under a new user code', async () => {
    const storage = keptTexts();
    expect((await visit(storage)).hasGreeted).toBeFalse();
    TestBed.inject(LogCursor).greet(welcome('e', 0));
    TestBed.inject(UserCode).refresh();
    expect((await visit(storage)).hasGreeted).toBeTrue();
    expect((await visit(storage, 'ws://other.example/')).hasGreeted).toBeFalse();
  });

  it('begins anew in another log', async () => {
    const cursor = await visit();
    cursor.greet(welcome('e', 5));
    cursor.greet(welcome('other', 3));
    expect(cursor.position).toEqual({ epoch: 'other', seq: 0 });
    expect(cursor.place(kept(1))).toBe('next');
  });

  it('passes everything that is not kept, and everything of a basic server', async () => {
    const cursor = await visit();
    expect(cursor.place(kept(1))).toBe('next');
    cursor.advance(kept(1));
    expect(cursor.place(kept(1))).toBe('next');
    cursor.greet(welcome('e', 9));
    expect(cursor.place({ type: 'text', id: 't', ts: 0, content: '' })).toBe('next');
  });

  it('goes on behind a gap that has been told, and never back', async () => {
    const cursor = await visit();
    cursor.greet(welcome('e', 0));
    cursor.skipTo(5);
    expect(cursor.place(kept(5))).toBe('next');
    cursor.skipTo(3);
    expect(cursor.position?.seq).toBe(4);
  });

  it('forgets', async () => {
    const cursor = await visit();
    cursor.greet(welcome('e', 9));
    cursor.reset();
    expect(cursor.position).toBeUndefined();
  });

  it('asks for everything again after a reload', async () => {
    const storage = keptTexts();
    const before = await visit(storage);
    before.greet(welcome('e', 0));
    before.advance(kept(7));
    const after = await visit(storage);
    expect(after.position).toEqual({ epoch: 'e', seq: 0 });
    after.greet(welcome('e', 7));
    expect(after.place(kept(1))).toBe('next');
  });

  it('asks for nothing after a reload under another user code', async () => {
    const storage = keptTexts();
    (await visit(storage)).greet(welcome('e', 0));
    TestBed.inject(UserCode).refresh();
    expect((await visit(storage)).position).toBeUndefined();
  });

  it('does not take one server for another', async () => {
    const storage = keptTexts();
    (await visit(storage)).greet(welcome('e', 0));
    expect((await visit(storage, 'ws://other.example/')).position).toBeUndefined();
  });

  it('begins empty where the browser keeps nothing', async () => {
    const broken: KeptTexts = {
      getItem: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    };
    const cursor = await visit(broken);
    cursor.greet(welcome('e', 3));
    expect(cursor.position).toEqual({ epoch: 'e', seq: 3 });
  });

  it('begins where an earlier page has kept everything up to', async () => {
    const asked: string[][] = [];
    const start = { epoch: 'e', seq: 7 };
    const cursor = await visit(keptTexts(), undefined, (...place) => {
      asked.push(place);
      return Promise.resolve(start);
    });
    expect(asked).toEqual([[TestBed.inject(UserCode).current, 'ws://server.example/']]);
    expect(cursor.position).toEqual(start);
    expect(cursor.hasGreeted).toBeTrue();
    cursor.greet(welcome('e', 9));
    expect([7, 8, 9].map((seq) => cursor.place(kept(seq)))).toEqual(['seen', 'next', 'beyond']);
  });

  it('does not begin where another user code was', async () => {
    const found = Promise.withResolvers<LogPosition>();
    const visited = visit(keptTexts(), undefined, () => found.promise);
    TestBed.inject(UserCode).refresh();
    found.resolve({ epoch: 'e', seq: 7 });
    expect((await visited).position).toBeUndefined();
  });

  it('does not wait for ever for what an earlier page has kept, nor for one that fails', async () => {
    jasmine.clock().install();
    const storage = keptTexts();
    (await visit(storage, undefined, () => Promise.reject(new Error('blocked')))).greet(welcome('e', 3));
    const visited = visit(storage, undefined, () => new Promise(() => undefined));
    jasmine.clock().tick(2_000);
    expect((await visited).position).toEqual({ epoch: 'e', seq: 0 });
    jasmine.clock().uninstall();
  });
});
