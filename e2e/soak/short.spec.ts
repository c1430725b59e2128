import { test } from '../faults/fixture.ts';
import { runSoak } from './soak.ts';

test('a short soak loses nothing, repeats nothing and keeps the order', async ({ page, network, gateway }) => {
  await runSoak({ prompts: 40, disconnections: 10, kills: 1 }, { page, network, gateway });
});
