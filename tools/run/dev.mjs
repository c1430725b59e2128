import { ensureFree, gatewayAddress } from '../setup/address.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { projectEnvironment, TOOL } from '../setup/project.mjs';
import { runProgram } from '../setup/setup-error.mjs';
import { serve } from './serve.mjs';

await runProgram(async () => {
  const address = gatewayAddress(process.env);
  await ensureFree(address);
  await ensureInstalled();
  console.log(
    'The application, which reloads: http://localhost:4200 (the gateway beside it prints an address of its own).',
  );
  const gateway = serve(['--watch', '--watch-preserve-output', 'src/server/cli/main.ts']);
  const app = serve([TOOL.ng, 'serve'], appEnvironment(address));
  // Each is of no use without the other.
  const code = await Promise.race([gateway.ended, app.ended]);
  gateway.stop();
  app.stop();
  await Promise.all([gateway.ended, app.ended]);
  return code;
});

/** `ng serve` would take PORT for its own; dev-proxy.mjs learns by another name where the gateway is. */
function appEnvironment({ port }) {
  const env = projectEnvironment({ GATEWAY_PORT: String(port) });
  delete env.PORT;
  return env;
}
