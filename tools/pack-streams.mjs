import { runProgram } from './setup/setup-error.mjs';
import { packStreams } from './streams/pack.mjs';

await runProgram(async () => {
  console.log(await packStreams());
  return 0;
});
