import { runChecks } from './run-checks.mjs';

function check(code) {
  return { name: `exit with ${code}`, args: ['-e', `process.exit(${code})`], advice: 'End with 0.' };
}

describe('runChecks', () => {
  it('runs every check, and says what to do about each that fails', async () => {
    const error = spyOn(console, 'error');
    const tally = await runChecks([[check(0), check(1)], [check(0)]]);
    expect(tally).toEqual({ passed: 2, failed: 1, skipped: 0, failures: ['exit with 1'] });
    expect(error.calls.allArgs()).toEqual([['✖ exit with 1: End with 0.\n']]);
  });
});
