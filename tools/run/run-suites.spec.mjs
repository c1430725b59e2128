import { setImmediate } from 'node:timers/promises';
import { emptyTally } from '../tally/tally.mjs';
import { runSuites } from './run-suites.mjs';

/** A suite that notes when it begins and ends, and ends when it is told to. */
function scriptedSuite(name, events) {
  const { promise, resolve } = Promise.withResolvers();
  const run = async () => {
    events.push(`${name} begins`);
    await promise;
    events.push(`${name} ends`);
    return { ...emptyTally(), passed: 1 };
  };
  return { key: name, name, needsBrowser: false, run, end: resolve };
}

describe('runSuites', () => {
  let events;

  beforeEach(() => {
    events = [];
    spyOn(console, 'log');
  });

  it('runs three at once, the next one as soon as one has ended, and what goes alone at the end', async () => {
    const beside = ['lint', 'gateway', 'node', 'browser', 'build'].map((name) => scriptedSuite(name, events));
    const [lint, gateway, node, browser, build] = beside;
    const e2e = { ...scriptedSuite('e2e', events), isAlone: true };
    const results = runSuites([e2e, ...beside], undefined);
    for (const { end } of [node, browser, lint, gateway, build, e2e]) {
      await setImmediate();
      end();
    }
    expect((await results).map(({ name, tally }) => [name, tally.passed])).toEqual([
      ['e2e', 1],
      ['lint', 1],
      ['gateway', 1],
      ['node', 1],
      ['browser', 1],
      ['build', 1],
    ]);
    expect(events).toEqual([
      'lint begins',
      'gateway begins',
      'node begins',
      'node ends',
      'browser begins',
      'browser ends',
      'build begins',
      'lint ends',
      'gateway ends',
      'build ends',
      'e2e begins',
      'e2e ends',
    ]);
  });
});
