import type { ServerMessage, WelcomeMessage } from '../../protocol/index.ts';
import { gap, text, welcome } from '../testing/messages.ts';
import { LogCursor } from './log-cursor.ts';

function unrecovered(epoch: string, lastSeq: number): WelcomeMessage {
  return welcome({ epoch, lastSeq, recovered: false });
}

/** A log that has received some messages. */
function after(...messages: readonly ServerMessage[]): LogCursor {
  const log = new LogCursor();
  log.begin('code', 'ws://server.example/');
  for (const message of messages) log.receive(message);
  return log;
}

describe('LogCursor: progress', () => {
  it('names the log from the first welcome on', () => {
    const log = after();
    expect(log.receive(text(1)).log).toBeUndefined();
    const name = { code: 'code', endpoint: 'ws://server.example/', epoch: 'e' };
    expect(log.receive(welcome()).log).toEqual(name);
    expect(log.receive(text(1)).log).toEqual(name);
    log.begin('another', 'ws://server.example/');
    expect(log.receive(text()).log).toBeUndefined();
  });

  it('begins with the first message of a first visit, and goes from one to the next', () => {
    const log = after(welcome({ lastSeq: 4 }));
    expect(log.receive(text(5)).progress).toEqual({ from: 4, to: 5 });
    expect(log.receive(text(6)).progress).toEqual({ from: 5, to: 6 });
  });

  it('goes on from what an earlier page has saved', () => {
    const log = after();
    log.resume({ epoch: 'e', seq: 7 });
    expect(log.receive(welcome({ lastSeq: 9 })).progress).toBeUndefined();
    expect(log.receive(text(8)).progress).toEqual({ from: 7, to: 8 });
  });

  it('passes over what is lost', () => {
    const log = after(welcome(), text(1));
    expect(log.receive(gap(5)).progress).toEqual({ from: 1, to: 4 });
  });

  it('makes none of what has no place in a log, and never goes back', () => {
    const log = after(welcome(), text(5));
    expect(log.receive(text()).progress).toBeUndefined();
    expect(log.receive(text(3)).progress).toBeUndefined();
    expect(log.receive(text(6)).progress).toEqual({ from: 5, to: 6 });
  });
});

describe('LogCursor: replay', () => {
  it('is what was there when the server greeted last', () => {
    const log = after(welcome({ lastSeq: 2 }));
    expect([1, 2, 3].map((seq) => log.receive(text(seq)).isReplay)).toEqual([true, true, false]);
    log.receive(welcome({ lastSeq: 4 }));
    expect([4, 5].map((seq) => log.receive(text(seq)).isReplay)).toEqual([true, false]);
    expect(log.receive(text()).isReplay).toBeFalse();
  });
});

describe('LogCursor: another log', () => {
  it('is none where the same one greets again', () => {
    const log = after(welcome(), text(1));
    expect(log.receive(welcome({ lastSeq: 1 })).logChange).toBeUndefined();
  });

  it('replaces the one before', () => {
    const log = after(welcome({ lastSeq: 3 }));
    expect(log.receive(welcome({ epoch: 'other', lastSeq: 9 })).logChange).toBe('replaced');
    expect(log.receive(text(1)).progress).toEqual({ from: 0, to: 1 });
  });

  it('is the same one set back', () => {
    const log = after(welcome(), text(1), text(2));
    expect(log.receive(welcome({ lastSeq: 1 })).logChange).toBe('rewound');
    expect(log.receive(text(1)).progress).toEqual({ from: 0, to: 1 });
  });

  it('is nothing to know of where this page has not read the one before', () => {
    const log = after();
    log.begin('code', 'ws://server.example/', { epoch: 'e', seq: 0 });
    expect(log.receive(welcome({ epoch: 'other', lastSeq: 3 })).logChange).toBeUndefined();
    expect(after(welcome({ lastSeq: 3 })).receive(welcome({ lastSeq: 1 })).logChange).toBeUndefined();
  });

  it('is told where an earlier page has saved the one before', () => {
    const log = after();
    log.resume({ epoch: 'e', seq: 7 });
    expect(log.receive(welcome({ epoch: 'other', lastSeq: 3 })).logChange).toBe('replaced');
  });
});

describe('LogCursor: what is lost', () => {
  const ID = 'gap e before 10';

  it('is counted since the last message that came', () => {
    expect(after(welcome(), text(3)).receive(gap(10)).lost).toEqual({ id: ID, count: 6 });
  });

  it('is counted from the beginning after a reload', () => {
    expect(after(welcome()).receive(gap(10)).lost).toEqual({ id: ID, count: 9 });
  });

  it('has no count where it would be made up', () => {
    expect(after(welcome(), text(9)).receive(gap(10)).lost).toEqual({ id: ID, count: null });
  });

  it('is told by a welcome that could not recover, named after the place where the log broke off', () => {
    const log = after(welcome(), text(3));
    expect(log.receive(unrecovered('e', 10)).lost).toEqual({ id: 'gap e 3', count: null });
    expect(log.receive(unrecovered('other', 10)).lost).toEqual({ id: 'gap other 0', count: null });
    expect(after().receive(unrecovered('e', 4)).lost).toEqual({ id: 'gap e 0', count: null });
  });

  it('is nothing otherwise', () => {
    expect(after().receive(welcome({ lastSeq: 4 })).lost).toBeUndefined();
    expect(after(welcome({ lastSeq: 4 })).receive(text(5)).lost).toBeUndefined();
  });
});
