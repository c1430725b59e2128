import { testWithOwnGateway as test } from '../faults/fixture.ts';
import { runSoak } from './soak.ts';

// Fourteen minutes on two idle cores, and longer beside others: nothing here measures speed by it.
test.setTimeout(40 * 60_000);

// Snapshots of a conversation this long cost more than the test itself.
test.use({ trace: 'off' });

test('the long soak loses nothing, repeats nothing and keeps the order', async ({ page, network, gateway }) => {
  await runSoak({ prompts: 500, disconnections: 100, kills: 5 }, { page, network, gateway });
});
