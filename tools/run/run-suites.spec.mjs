import { setImmediate } from 'node:timers/promises';
import { emptyTally } from '../tally/tally.mjs';
import { runSuites } from './run-suites.mjs';

/** A suite that notes when it begins and ends, and ends when it is told to. */
function scriptedSuite(name, company, events) {
  const { promise, resolve } = Promise.withResolvers();
  const run = async () => {
    events.push(`${name} begins`);
    await promise;
    events.push(`${name} ends`);
    return { ...emptyTally(), passed: 1 };
  };
  return { key: name, name, needsBrowser: false, company, run, end: resolve };
}

describe('runSuites', () => {
  let events;

  beforeEach(() => {
    events = [];
    spyOn(console, 'log');
  });

  it('runs what goes beside while the others run one after the other, and what goes alone at the end', async () => {
    const lint = scriptedSuite('lint', 'beside', events);
    const [node, build] = ['node', 'build'].map((name) => scriptedSuite(name, undefined, events));
    const e2e = scriptedSuite('e2e', 'alone', events);
    const results = runSuites([lint, node, build, e2e], undefined);
    for (const { end } of [node, build, lint, e2e]) {
      await setImmediate();
      end();
    }
    expect((await results).map(({ name, tally }) => [name, tally.passed])).toEqual([
      ['lint', 1],
      ['node', 1],
      ['build', 1],
      ['e2e', 1],
    ]);
    expect(events).toEqual([
      'lint begins',
      'node begins',
      'node ends',
      'build begins',
      'build ends',
      'lint ends',
      'e2e begins',
      'e2e ends',
    ]);
  });

  it('waits for what goes beside where nothing else is chosen', async () => {
    const lint = scriptedSuite('lint', 'beside', events);
    const results = runSuites([lint], undefined);
    lint.end();
    expect((await results).length).toBe(1);
  });
});
