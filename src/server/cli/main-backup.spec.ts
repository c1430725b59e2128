import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { type MainProcess, startMainProcess, stopMainProcesses } from '../testing/main-process.ts';
import { prompt } from '../ports/testing/messages.ts';
import { TestClient } from '../testing/test-client.ts';

describe('the backup of a gateway as a process', () => {
  afterEach(stopMainProcesses);

  it('is made while it runs and comes back, and clients notice what is gone', async () => {
    const folder = await makeTemporaryFolder();
    const [data, copy] = [join(folder, 'data'), join(folder, 'copy')];
    const code = randomUUID();
    const run = (...args: readonly string[]): MainProcess => startMainProcess({ DATA_DIR: data }, ...args);
    const main = run();
    const client = new TestClient({ url: await main.address() }, { query: { code } });
    const first = await client.untilEvent('welcome');
    client.send(prompt('一只猫'));
    const { seq } = await client.untilEvent('completed');

    const backup = run('backup', copy);
    expect(await backup.exited)
      .withContext(backup.stderr)
      .toBe(0);
    expect(backup.stdout).toBe(`Copied to ${copy}, with 2 media.\n`);
    const early = run('restore', copy);
    expect(await early.exited).toBe(1);
    expect(early.stderr).toBe(`${data} is in use by a gateway: stop that first.\n`);

    await main.kill();
    const restored = run('restore', copy);
    expect(await restored.exited)
      .withContext(restored.stderr)
      .toBe(0);
    expect(restored.stdout).toMatch(/^Restored into \S+\. What was there is in \S+replaced-\S+\.\n$/);
    const query = { code, after: String(seq), epoch: first.epoch };
    const again = new TestClient({ url: await run().address() }, { query });
    const welcome = await again.untilEvent('welcome');
    expect(welcome.recovered).toBeFalse();
    expect(welcome.epoch).not.toBe(first.epoch);
    await again.untilEvent('completed');
  });
});
