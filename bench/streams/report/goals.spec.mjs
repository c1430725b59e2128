import { clientGoals, goalsSection, missedBy, sizeGoals } from './goals.mjs';

const PEERS = ['rxjs/webSocket', 'socket.io', 'graphql-ws', 'rx-stomp', 'partysocket'];

function samples(ours) {
  const others = ['bare WebSocket', ...PEERS].map((name) => [name, [{ taskUs: 20, perSecond: 20_000 }]]);
  const cases = ['ours, durable', 'ours, durable, 32 a frame'].map((name) => [name, [ours]]);
  return new Map([...others, ...cases]);
}

describe('the goals of the benchmark', () => {
  it('are relative to the bare socket and to the best peer', () => {
    const goals = clientGoals(samples({ taskUs: 22, perSecond: 100_000 }));
    expect(goals.map(({ reached }) => reached)).toEqual([1.1, 1.1, 1.1, 5]);
  });

  it('are left out where the others were not measured', () => {
    expect(clientGoals(new Map([['ours, durable', [{ taskUs: 1, perSecond: 1 }]]]))).toEqual([]);
  });

  it('say by how much one is missed, and nothing where it is reached', () => {
    expect(missedBy({ bound: 'at most', asked: 0.16, reached: 0.24 })).toBe('50 %');
    expect(missedBy({ bound: 'at most', asked: 0.16, reached: 0.16 })).toBe('–');
    expect(missedBy({ bound: 'at least', asked: 6, reached: 3 })).toBe('50 %');
    expect(missedBy({ bound: 'at least', asked: 6, reached: 7 })).toBe('–');
  });

  it('have a table with what was asked, what was reached, and the unit', () => {
    const { body } = goalsSection(sizeGoals([{ name: 'all', askedBrotli: 17_000, brotli: 29_800 }, { name: 'other' }]));
    expect(body).toContain('| size of all | at most 17 kB | 29.80 kB |      76 % |');
    expect(body).not.toContain('other');
  });
});
