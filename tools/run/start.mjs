import { ensureFree, gatewayAddress } from '../setup/address.mjs';
import { ensureBuilt } from '../setup/build.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { runProgram } from '../setup/setup-error.mjs';
import { serve } from './serve.mjs';

// `npm start` says `exec`, because a shell that waits for us dies of the same Ctrl-C, and npm then fails although we
// ended well. Windows has no `exec`; after the `||` it goes on without.
await runProgram(async () => {
  await ensureFree(gatewayAddress(process.env));
  await ensureInstalled('start');
  await ensureBuilt();
  return serve(['src/server/cli/main.ts']).ended;
});
