import { ensureBuilt } from '../tools/setup/build.mjs';
import { COMPILE_CACHE } from '../tools/setup/project.mjs';
import { withGateway } from './fixtures/with-gateway.ts';

/** What is tested is what is there: the application is built again where it has changed since. */
export default async (): Promise<void> => {
  await ensureBuilt();
  await compileGateway();
};

/**
 * Starts a gateway once and shuts it down regularly, so that Node writes its compile cache: with it the gateways of the tests
 * start in half the time, and most of them are killed before they would write one.
 */
async function compileGateway(): Promise<void> {
  process.env['NODE_COMPILE_CACHE'] = COMPILE_CACHE;
  await withGateway({}, async (gateway) => {
    await gateway.stop();
  });
}
