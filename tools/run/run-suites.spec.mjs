import { setImmediate } from 'node:timers/promises';
import { emptyTally } from '../tally/tally.mjs';
import { runSuites } from './run-suites.mjs';

/** A suite that notes when it begins and ends, and ends when it is told to. */
function scriptedSuite(name, lane, events) {
  const { promise, resolve } = Promise.withResolvers();
  const run = async () => {
    events.push(`${name} begins`);
    await promise;
    events.push(`${name} ends`);
    return { ...emptyTally(), passed: 1 };
  };
  return { key: name, name, needsBrowser: false, lane, run, end: resolve };
}

describe('runSuites', () => {
  let events;

  beforeEach(() => {
    events = [];
    spyOn(console, 'log');
  });

  it('runs one lane beside the other, each in order, and what goes alone at the end', async () => {
    const [lint, build] = ['lint', 'build'].map((name) => scriptedSuite(name, 'first', events));
    const [node, browser] = ['node', 'browser'].map((name) => scriptedSuite(name, 'second', events));
    const e2e = scriptedSuite('e2e', 'alone', events);
    const results = runSuites([lint, build, node, browser, e2e], undefined);
    for (const { end } of [node, browser, lint, build, e2e]) {
      await setImmediate();
      end();
    }
    expect((await results).map(({ name, tally }) => [name, tally.passed])).toEqual([
      ['lint', 1],
      ['build', 1],
      ['node', 1],
      ['browser', 1],
      ['e2e', 1],
    ]);
    expect(events).toEqual([
      'lint begins',
      'node begins',
      'node ends',
      'browser begins',
      'browser ends',
      'lint ends',
      'build begins',
      'build ends',
      'e2e begins',
      'e2e ends',
    ]);
  });
});
