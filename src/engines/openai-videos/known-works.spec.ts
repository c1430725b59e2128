import { KnownWorks } from './known-works.ts';

describe('KnownWorks', () => {
  it('knows the thousand that were followed last, however long the process lives', () => {
    const known = new KnownWorks();
    known.add('again');
    for (let count = 0; count < 999; count++) known.add(`work ${count}`);
    known.add('again');
    expect(['again', 'work 0'].map((id) => known.has(id))).toEqual([true, true]);
    known.add('one more');
    expect(['again', 'work 0', 'work 1', 'one more'].map((id) => known.has(id))).toEqual([true, false, true, true]);
  });
});
