import { randomUUID } from 'node:crypto';
import { DiskFullError, type Storage } from '../ports/index.ts';
import { prompt } from '../ports/testing/messages.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { openTestFolder } from '../testing/test-storage.ts';

describe('a prompt for whose clip there is no room', () => {
  let storage: Storage;
  let client: TestClient;

  beforeEach(async () => {
    storage = await openTestFolder();
    client = new TestClient(await startTestGateway({ storage }), { query: { code: randomUUID() } });
    await client.untilEvent('welcome');
  });

  afterEach(stopTestGateways);

  async function expectRefusal(answer: object): Promise<void> {
    const refused = prompt('猫');
    client.send(refused);
    const refusal = { type: 'error', code: 'storage_full', retryable: false, ...answer };
    expect(await client.untilAnswer(refused.id)).toEqual(jasmine.objectContaining(refusal));
  }

  it('is refused with when to try again, and begins no job', async () => {
    const findFull = spyOn(storage.budget, 'findFull').and.resolveTo('disk');
    await expectRefusal({ retryAfterMs: 60_000, content: jasmine.stringMatching('磁盘') });
    findFull.and.resolveTo('address');
    await expectRefusal({ retryAfterMs: 3_600_000, content: jasmine.stringMatching('网络') });
    expect(await storage.queue.tally()).toEqual([]);
  });

  it('is refused the same way where the disk is full when the job is stored', async () => {
    spyOn(storage.queue, 'add').and.rejectWith(new DiskFullError());
    await expectRefusal({ retryAfterMs: 60_000 });
  });
});
