import { ensureBuilt } from '../tools/setup/build.mjs';
import { COMPILE_CACHE } from '../tools/setup/project.mjs';
import { withGateway } from './fixtures/with-gateway.ts';

/** What is tested is what is there: the application is built again where it has changed since. */
export default async (): Promise<void> => {
  await ensureBuilt();
  await compileGateway();
};

/**
 * Starts a gateway once and ends it in peace, which keeps its compiled modules: those that the tests start after it,
 * in half of the time, are mostly killed before they would keep any.
 */
async function compileGateway(): Promise<void> {
  process.env['NODE_COMPILE_CACHE'] = COMPILE_CACHE;
  await withGateway({}, async (gateway) => {
    await gateway.stop();
  });
}
