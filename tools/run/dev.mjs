import { ensureFree, gatewayAddress } from '../setup/address.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { TOOL } from '../setup/project.mjs';
import { runProgram } from '../setup/refusal.mjs';
import { serve } from './serve.mjs';

await runProgram(async () => {
  await ensureFree(gatewayAddress(process.env));
  await ensureInstalled();
  const gateway = serve(['--watch', '--watch-preserve-output', 'src/server/main.ts']);
  const app = serve([TOOL.ng, 'serve']);
  // Each is of no use without the other.
  const code = await Promise.race([gateway.ended, app.ended]);
  gateway.stop();
  app.stop();
  await Promise.all([gateway.ended, app.ended]);
  return code;
});
