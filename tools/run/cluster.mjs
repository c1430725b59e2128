import { ensureFree, gatewayAddress } from '../setup/address.mjs';
import { ensureBuilt } from '../setup/build.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { runProgram } from '../setup/setup-error.mjs';
import { serve } from './serve.mjs';

await runProgram(async () => {
  await ensureFree(gatewayAddress(process.env));
  await ensureInstalled();
  await ensureBuilt();
  return serve(['src/server/testing/cluster/cluster-main.ts']).ended;
});
