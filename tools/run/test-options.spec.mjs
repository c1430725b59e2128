import { SetupError } from '../setup/setup-error.mjs';
import { suites } from './suites.mjs';
import { chooseSuites, readTestOptions } from './test-options.mjs';

function keys(chosen) {
  return chosen.map(({ key }) => key);
}

describe('the options of npm test', () => {
  const all = suites('');

  it('are none at first: every suite, and of each what one waits for', () => {
    const { only, isEverything } = readTestOptions([]);
    expect(keys(chooseSuites(all, { only }))).toEqual([
      'lint',
      'gateway',
      'processes',
      'browser',
      'node',
      'build',
      'e2e',
    ]);
    expect(isEverything).toBeFalse();
  });

  it('choose suites, which keep their order', () => {
    const { only } = readTestOptions(['--only', 'e2e', '--only=lint,build']);
    expect(keys(chooseSuites(all, { only }))).toEqual(['lint', 'build', 'e2e']);
  });

  it('ask for everything', () => {
    const options = readTestOptions(['--all']);
    expect(options).toEqual({ only: [], isEverything: true });
    expect(chooseSuites(all, options)).toEqual(all);
  });

  it('run a long suite where it is named', () => {
    expect(keys(chooseSuites(all, { only: ['package'] }))).toEqual(['package']);
  });

  it('name the suites where one is not known', () => {
    expect(() => chooseSuites(all, { only: ['karma'] })).toThrowError(
      SetupError,
      'There is no suite "karma". There are: lint, gateway, processes, browser, node, build, e2e, package, release.',
    );
  });

  for (const args of [['--onyl', 'lint'], ['lint'], ['--only']]) {
    it(`say how they are used where ${args.join(' ')} stands there`, () => {
      expect(() => readTestOptions(args)).toThrowError(SetupError, /Usage: npm test -- \[--only <suite>\]… \[--all\]$/);
    });
  }
});
