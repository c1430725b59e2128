import { makeRelease } from '../release/make-release.mjs';
import { ensureBuilt } from '../setup/build.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { runProgram } from '../setup/setup-error.mjs';

await runProgram(async () => {
  await ensureInstalled();
  await ensureBuilt();
  console.log(await makeRelease());
  return 0;
});
