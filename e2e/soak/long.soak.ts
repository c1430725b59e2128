import { test } from '../faults/fixture.ts';
import { runSoak } from './soak.ts';

test.setTimeout(20 * 60_000);

test('the long soak loses nothing, repeats nothing and keeps the order', async ({ page, network, gateway }) => {
  await runSoak({ prompts: 500, disconnections: 100, kills: 5 }, { page, network, gateway });
});
