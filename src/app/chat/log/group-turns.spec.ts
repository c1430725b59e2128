import type { Turn } from '../../conversation-model/turn.ts';
import { groupTurns } from './group-turns.ts';

describe('groupTurns', () => {
  function turn(id: string, group?: string): Turn {
    const options = group === undefined ? {} : { options: { group } };
    return { id, at: 1, prompt: { type: 'text', id, content: '猫', ...options }, replies: [] };
  }

  it('leaves turns of no group as they are', () => {
    const turns = [turn('a'), turn('b')];
    expect(groupTurns(turns).rows).toBe(turns);
  });

  it('puts those of one group into the row of the first', () => {
    const { rows, beside, rowOf } = groupTurns([turn('a'), turn('b', 'g'), turn('c', 'g'), turn('d'), turn('e', 'g')]);
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    expect(beside.get('b')?.map(({ id }) => id)).toEqual(['c', 'e']);
    expect([rowOf.get('c'), rowOf.get('a')]).toEqual(['b', undefined]);
  });

  it('leaves out one that was sent again', () => {
    const { beside } = groupTurns([turn('a', 'g'), { ...turn('b', 'g'), setAside: 'resent' }, turn('c', 'g')]);
    expect(beside.get('a')?.map(({ id }) => id)).toEqual(['c']);
  });
});
