import { buildApp } from '../setup/build.mjs';
import { runProgram } from '../setup/setup-error.mjs';

await runProgram(async () => {
  await buildApp();
  return 0;
});
