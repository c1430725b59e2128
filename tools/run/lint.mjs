import { runChecks } from '../lint/run-checks.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { runProgram } from '../setup/setup-error.mjs';
import { summary } from '../tally/tally.mjs';

await runProgram(async () => {
  await ensureInstalled();
  const tally = await runChecks();
  console.log(summary(tally));
  return tally.failed === 0 ? 0 : 1;
});
