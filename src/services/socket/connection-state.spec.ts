import { NEVER } from 'rxjs';

import {
  type ConnectionChange,
  type ConnectionFinding,
  type ConnectionState,
  INITIAL_STATE,
  nextState,
  problemText,
} from './connection-state.ts';
import { ConnectionLost } from './reconnect.ts';
import { SocketClosed } from './open-socket.ts';
import type { ConnectionProblem } from './status.ts';
import { CHINESE } from '../texts/chinese.ts';
import { ENGLISH } from '../texts/english.ts';

const OPEN: ConnectionChange = { kind: 'open', send: () => true, frames$: NEVER };
const BEGIN: ConnectionChange = { kind: 'begin', maxAttempts: 5 };
const WAITING: ConnectionChange = {
  kind: 'waiting',
  attempt: 2,
  dueAt: 9_000,
  closed: new SocketClosed(1012, 'restarting'),
};

function after(...changes: readonly (ConnectionChange | ConnectionFinding)[]): ConnectionState {
  return changes.reduce(nextState, INITIAL_STATE);
}

function lost(problem: ConnectionProblem): ConnectionChange {
  return { kind: 'lost', lost: new ConnectionLost(problem, new SocketClosed(4401)) };
}

describe('nextState', () => {
  it('begins disconnected', () => expect(INITIAL_STATE.status).toBe('disconnected'));

  it('connects', () => {
    expect(after(BEGIN).status).toBe('connecting');
    expect(after(BEGIN, { kind: 'connecting', attempt: 0 }).status).toBe('connecting');
    expect(after(BEGIN, OPEN)).toEqual({ ...INITIAL_STATE, status: 'connected', maxAttempts: 5 });
  });

  it('reconnects, and knows when and why', () => {
    expect(after(BEGIN, OPEN, WAITING)).toEqual({
      ...INITIAL_STATE,
      status: 'reconnecting',
      attempt: 2,
      maxAttempts: 5,
      nextAttemptAt: 9_000,
      lastCloseCode: 1012,
      lastCloseReason: 'restarting',
      problem: null,
    });
    const trying = after(BEGIN, OPEN, WAITING, { kind: 'connecting', attempt: 2 });
    expect({ status: trying.status, nextAttemptAt: trying.nextAttemptAt }).toEqual({
      status: 'reconnecting',
      nextAttemptAt: null,
    });
  });

  it('gives up with a problem, and forgets it on the next begin', () => {
    const error = after(BEGIN, OPEN, lost('code-revoked'));
    expect(error.status).toBe('error');
    expect(error.problem).toBe('code-revoked');
    expect(error.lastCloseCode).toBe(4401);
    expect(nextState(error, BEGIN).problem).toBeNull();
  });

  it('disconnects', () => {
    expect(after(BEGIN, OPEN, WAITING, { kind: 'disconnect' }).status).toBe('disconnected');
  });

  it('knows how the server greeted and how long a ping took', () => {
    const state = after(BEGIN, OPEN, { kind: 'greeted', hasRecovered: false }, { kind: 'round-trip', milliseconds: 7 });
    expect({ ...state }).toEqual({
      ...INITIAL_STATE,
      status: 'connected',
      maxAttempts: 5,
      roundTripMs: 7,
      hasRecovered: false,
    });
  });
});

describe('problemText', () => {
  it('says nothing while nothing is wrong', () => {
    expect(problemText(after(BEGIN, OPEN), CHINESE)).toBeNull();
    expect(problemText(after(BEGIN, { kind: 'disconnect' }), CHINESE)).toBeNull();
  });

  it('counts the attempts', () => expect(problemText(after(BEGIN, WAITING), CHINESE)).toContain('2/5'));

  for (const problem of ['exhausted', 'code-revoked', 'malformed', 'refused', 'invalid-url', 'no-websocket'] as const) {
    it(`has a sentence for ${problem}`, () => {
      expect(problemText(after(BEGIN, lost(problem)), ENGLISH)).toMatch(/\.$/);
      expect(problemText(after(BEGIN, lost(problem)), CHINESE)).toMatch(/。$/);
    });
  }
});
