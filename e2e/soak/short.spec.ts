import { testWithOwnGateway as test } from '../faults/fixture.ts';
import { runSoak } from './soak.ts';

// Snapshots of a conversation this long cost more than the test itself.
test.use({ trace: 'off' });

// A minute on two idle cores, and longer beside others: nothing here measures speed by it.
test.setTimeout(5 * 60_000);

test(
  'a short soak loses nothing, repeats nothing and keeps the order',
  { tag: '@long' },
  async ({ page, network, gateway }) => {
    await runSoak({ prompts: 40, disconnections: 10, kills: 1 }, { page, network, gateway });
  },
);
