import { FairOrder, type TurnState } from './fair-order.ts';

describe('FairOrder', () => {
  let order: FairOrder<{ owner: { address: string; code: string }; place: number; name: string }>;
  let place: number;

  /** Adds jobs that are named by their address and code: `A1` is of code 1 at address A. */
  function add(...names: readonly string[]): void {
    for (const name of names) {
      order.add({ owner: { address: name.charAt(0), code: name.slice(0, 2) }, place: ++place, name });
    }
  }

  /** Takes so many, and returns their names. */
  function take(count: number): readonly string[] {
    return Array.from({ length: count }, () => order.takeNext()?.name ?? 'nothing');
  }

  function waiting(): readonly string[] {
    return order.inOrder().map(({ name }) => name);
  }

  beforeEach(() => {
    order = new FairOrder();
    place = 0;
  });

  it('keeps the jobs of one code in the order in which they came', () => {
    add('A1x', 'A1y', 'A1z');
    expect(take(4)).toEqual(['A1x', 'A1y', 'A1z', 'nothing']);
  });

  it('gives each address a turn, however many jobs one of them has', () => {
    add('A1x', 'A1y', 'A2x', 'A3x', 'B1x', 'B1y', 'C1x');
    expect(take(7)).toEqual(['A1x', 'B1x', 'C1x', 'A2x', 'B1y', 'A3x', 'A1y']);
  });

  it('has a visitor wait for nobody who has had a turn in this round', () => {
    add(...Array.from({ length: 10 }, (_, index) => `${'ABCDEFGHIJ'.charAt(index)}1x`));
    add('A1y', 'B1y');
    expect(take(2)).toEqual(['A1x', 'B1x']);
    add('V1x');
    expect(waiting().indexOf('V1x')).toBe(8);
    expect(waiting().slice(-2)).toEqual(['A1y', 'B1y']);
  });

  it('has nobody come first again who goes and comes back in between', () => {
    add('A1x', 'B1x');
    expect(take(1)).toEqual(['A1x']);
    add('A1y', 'A1z');
    expect(take(3)).toEqual(['B1x', 'A1y', 'A1z']);
  });

  it('says the order as it then is', () => {
    add('A1a', 'A1b', 'A2a', 'B1a', 'A1c', 'B2a', 'C1a', 'B1b', 'A3a');
    expect(take(2)).toEqual(['A1a', 'B1a']);
    const foretold = waiting();
    expect(take(foretold.length)).toEqual(foretold);
  });

  it('goes on without what is removed', () => {
    add('A1x', 'A1y', 'B1x');
    const gone = order.inOrder().find(({ name }) => name === 'A1x');
    if (gone !== undefined) order.remove(gone);
    expect(take(3)).toEqual(['A1y', 'B1x', 'nothing']);
  });

  it('goes on in another process where it was, each code known by its next job alone', () => {
    const waiting = ['A1x', 'A1y', 'A2x', 'A3x', 'B1x', 'B1y', 'C1x', 'C2x', 'A2y', 'C1y'];
    add(...waiting);
    const inOne = take(waiting.length);
    let turns: TurnState | undefined;
    let left = waiting.map((name, index) => ({ name, place: index + 1 }));
    const inMany = waiting.map(() => {
      const next = new FairOrder<typeof order extends FairOrder<infer Entry> ? Entry : never>(turns);
      const heads = left.filter(
        ({ name }, index) => left.findIndex((each) => each.name.startsWith(name.slice(0, 2))) === index,
      );
      for (const { name, place } of heads)
        next.add({ owner: { address: name.charAt(0), code: name.slice(0, 2) }, place, name });
      const taken = next.takeNext();
      turns = JSON.parse(JSON.stringify(next.turns)) as TurnState;
      left = left.filter(({ name }) => name !== taken?.name);
      return taken?.name ?? 'nothing';
    });
    expect(inMany).toEqual([...inOne]);
  });
});
