import { TestBed } from '@angular/core/testing';

import { type TextStorage, LOCAL_STORAGE } from '../platform/browser.ts';
import type { LogPosition } from './log-position.ts';
import { type FindLogPosition, RESUME_FROM, LogTracker } from './log-tracker.ts';
import { useFakeClock } from '../../testing/index.ts';
import { memoryStorage } from '../testing/memory-storage.ts';
import { provideLayer } from '../testing/provide-layer.ts';
import { gap, text, welcome } from '../testing/messages.ts';
import { UserCode } from '../identity/user-code.ts';

async function restore(
  storage: TextStorage = memoryStorage(),
  endpoint = 'ws://server.example/',
  findPosition: FindLogPosition = () => Promise.resolve(undefined),
): Promise<LogTracker> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideLayer(),
      { provide: LOCAL_STORAGE, useValue: () => storage },
      { provide: RESUME_FROM, useValue: findPosition },
    ],
  });
  const tracker = TestBed.inject(LogTracker);
  await tracker.restore(endpoint);
  return tracker;
}

describe('LogTracker', () => {
  it('begins where the log is at the first greeting', async () => {
    const tracker = await restore();
    expect(tracker.log.position).toBeUndefined();
    tracker.log.receive(welcome({ lastSeq: 4 }));
    expect(tracker.log.position).toEqual({ epoch: 'e', seq: 4 });
  });

  it('goes on with what is new, knows what it has seen, and sees what is missing', async () => {
    const tracker = await restore();
    tracker.log.receive(welcome());
    const sequences = [1, 2, 2, 1, 4, 3].map((seq) => {
      const sequence = tracker.log.sequenceOf(text(seq));
      if (sequence === 'next') tracker.log.receive(text(seq));
      return sequence;
    });
    expect(sequences).toEqual(['next', 'next', 'duplicate', 'duplicate', 'early', 'next']);
    expect(tracker.log.position?.seq).toBe(3);
  });

  it('stays where it is when the same log greets again', async () => {
    const tracker = await restore();
    tracker.log.receive(welcome());
    tracker.log.receive(text(1));
    tracker.log.receive(welcome({ lastSeq: 5 }));
    expect(tracker.log.position?.seq).toBe(1);
  });

  it('begins anew in a log that has been set back', async () => {
    const tracker = await restore();
    tracker.log.receive(welcome({ lastSeq: 9 }));
    tracker.log.receive(welcome({ lastSeq: 3 }));
    expect(tracker.log.sequenceOf(text(1))).toBe('next');
  });

  it('knows a server that has greeted before, over reloads', async () => {
    const storage = memoryStorage();
    expect((await restore(storage)).hasGreeted).toBeFalse();
    TestBed.inject(LogTracker).log.receive(welcome());
    expect((await restore(storage)).hasGreeted).toBeTrue();
    expect((await restore(storage, 'ws://other.example/')).hasGreeted).toBeFalse();
  });

  it('does not know it under a new user code', async () => {
    const storage = memoryStorage();
    const tracker = await restore(storage);
    tracker.log.receive(welcome());
    TestBed.inject(UserCode).refresh();
    tracker.reset();
    expect(tracker.hasGreeted).toBeFalse();
    expect((await restore(storage)).hasGreeted).toBeFalse();
  });

  it('forgets it where it is told to, over reloads, and keeps the position in the log', async () => {
    const storage = memoryStorage();
    const tracker = await restore(storage);
    tracker.log.receive(welcome());
    tracker.forgetGreeting();
    expect(tracker.hasGreeted).toBeFalse();
    const next = await restore(storage);
    expect(next.hasGreeted).toBeFalse();
    expect(next.log.position).toEqual({ epoch: 'e', seq: 0 });
    next.log.receive(welcome());
    next.recordGreeting('e');
    expect(next.hasGreeted).toBeTrue();
    expect((await restore(storage)).hasGreeted).toBeTrue();
  });

  it('begins anew in another log', async () => {
    const tracker = await restore();
    tracker.log.receive(welcome({ lastSeq: 5 }));
    tracker.log.receive(welcome({ epoch: 'other', lastSeq: 3 }));
    expect(tracker.log.position).toEqual({ epoch: 'other', seq: 0 });
    expect(tracker.log.sequenceOf(text(1))).toBe('next');
  });

  it('passes everything that is not kept, and everything of a basic server', async () => {
    const tracker = await restore();
    expect(tracker.log.sequenceOf(text(1))).toBe('next');
    tracker.log.receive(text(1));
    expect(tracker.log.sequenceOf(text(1))).toBe('next');
    tracker.log.receive(welcome({ lastSeq: 9 }));
    expect(tracker.log.sequenceOf(text())).toBe('next');
  });

  it('goes on behind a gap that has been told, and never back', async () => {
    const tracker = await restore();
    tracker.log.receive(welcome());
    tracker.log.receive(gap(5));
    expect(tracker.log.sequenceOf(text(5))).toBe('next');
    tracker.log.receive(gap(3));
    expect(tracker.log.position?.seq).toBe(4);
  });

  it('forgets', async () => {
    const tracker = await restore();
    tracker.log.receive(welcome({ lastSeq: 9 }));
    tracker.reset();
    expect(tracker.log.position).toBeUndefined();
  });

  it('asks for everything again after a reload', async () => {
    const storage = memoryStorage();
    const before = await restore(storage);
    before.log.receive(welcome());
    before.log.receive(text(7));
    const after = await restore(storage);
    expect(after.log.position).toEqual({ epoch: 'e', seq: 0 });
    after.log.receive(welcome({ lastSeq: 7 }));
    expect(after.log.sequenceOf(text(1))).toBe('next');
  });

  it('asks for nothing after a reload under another user code', async () => {
    const storage = memoryStorage();
    (await restore(storage)).log.receive(welcome());
    TestBed.inject(UserCode).refresh();
    expect((await restore(storage)).log.position).toBeUndefined();
  });

  it('does not take one server for another', async () => {
    const storage = memoryStorage();
    (await restore(storage)).log.receive(welcome());
    expect((await restore(storage, 'ws://other.example/')).log.position).toBeUndefined();
  });

  it('asks for all of the log of a code that another device has brought, over reloads', async () => {
    const storage = memoryStorage();
    const tracker = await restore(storage);
    tracker.log.receive(welcome({ lastSeq: 3 }));
    const code = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
    tracker.expect(code, 'theirs');
    TestBed.inject(UserCode).adopt(code);
    tracker.reset();
    expect(tracker.log.position).toEqual({ epoch: 'theirs', seq: 0 });
    expect((await restore(storage)).log.position).toEqual({ epoch: 'theirs', seq: 0 });
    TestBed.inject(UserCode).refresh();
    TestBed.inject(LogTracker).reset();
    expect(TestBed.inject(LogTracker).log.position).toBeUndefined();
  });

  it('begins empty where the browser keeps nothing', async () => {
    const broken: TextStorage = {
      getItem: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    };
    const tracker = await restore(broken);
    tracker.log.receive(welcome({ lastSeq: 3 }));
    expect(tracker.log.position).toEqual({ epoch: 'e', seq: 3 });
  });

  it('begins where an earlier page has kept everything up to', async () => {
    const asked: string[][] = [];
    const start = { epoch: 'e', seq: 7 };
    const tracker = await restore(memoryStorage(), undefined, (...place) => {
      asked.push(place);
      return Promise.resolve(start);
    });
    expect(asked).toEqual([[TestBed.inject(UserCode).current, 'ws://server.example/']]);
    expect(tracker.log.position).toEqual(start);
    expect(tracker.hasGreeted).toBeTrue();
    tracker.log.receive(welcome({ lastSeq: 9 }));
    expect([7, 8, 9].map((seq) => tracker.log.sequenceOf(text(seq)))).toEqual(['duplicate', 'next', 'early']);
  });

  it('does not begin where another user code was', async () => {
    const found = Promise.withResolvers<LogPosition>();
    const restored = restore(memoryStorage(), undefined, () => found.promise);
    TestBed.inject(UserCode).refresh();
    found.resolve({ epoch: 'e', seq: 7 });
    expect((await restored).log.position).toBeUndefined();
  });

  describe('where an application is slow', () => {
    const clock = useFakeClock();

    it('does not wait for ever for what an earlier page has saved, nor for one that fails', async () => {
      const storage = memoryStorage();
      (await restore(storage, undefined, () => Promise.reject(new Error('blocked')))).log.receive(
        welcome({ lastSeq: 3 }),
      );
      const throwing = restore(storage, undefined, () => {
        throw new Error('blocked');
      });
      expect((await throwing).log.position).toEqual({ epoch: 'e', seq: 0 });
      const restored = restore(storage, undefined, () => new Promise(() => undefined));
      clock.tick(2_000);
      expect((await restored).log.position).toEqual({ epoch: 'e', seq: 0 });
    });
  });
});
