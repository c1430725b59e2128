import { randomUUID } from 'node:crypto';
import type { Gateway } from '../gateway.ts';
import { prompt } from '../ports/testing/messages.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';

describe('user codes that an address begins', () => {
  let gateway: Gateway;

  beforeEach(async () => {
    gateway = await startTestGateway({ newCodes: { perSecond: 0.001, burst: 2 } });
  });

  afterEach(stopTestGateways);

  async function answerTo(client: TestClient): Promise<object> {
    const asked = prompt('猫');
    client.send(asked);
    return client.untilAnswer(asked.id);
  }

  it('are so many in a time, and those that have begun go on', async () => {
    const clients = [0, 1, 2].map(() => new TestClient(gateway, { query: { code: randomUUID() } }));
    const [first, second, third] = clients as [TestClient, TestClient, TestClient];
    await Promise.all(clients.map((client) => client.untilEvent('welcome')));
    const accepted = jasmine.objectContaining({ type: 'system', event: 'accepted' });
    for (const client of [first, second, second, first]) expect(await answerTo(client)).toEqual(accepted);
    const refusal = await answerTo(third);
    expect(refusal).toEqual(jasmine.objectContaining({ type: 'error', code: 'rate_limited', retryable: true }));
    expect((refusal as { readonly retryAfterMs: number }).retryAfterMs).toBeGreaterThan(60_000);
  });

  it('are known again by another socket, after whatever it was told', async () => {
    const code = randomUUID();
    const before = new TestClient(gateway, { query: { code } });
    await before.untilEvent('welcome');
    await answerTo(before);
    for (const query of [{ code }, { code, after: '0' }, { code }]) {
      const client = new TestClient(gateway, { query });
      await client.untilEvent('welcome');
      expect(await answerTo(client)).toEqual(jasmine.objectContaining({ event: 'accepted' }));
    }
  });
});
