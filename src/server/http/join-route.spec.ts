import { randomUUID } from 'node:crypto';
import type { Gateway } from '../gateway.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';

const PASSWORD = '一只橘猫在窗台上';

describe('a second device', () => {
  let gateway: Gateway;
  let code: string;

  beforeEach(() => (code = randomUUID()));

  afterEach(stopTestGateways);

  function wantCode(userCode: string): Promise<Response> {
    return fetch(`${gateway.url}/api/join-codes`, { method: 'POST', headers: { 'x-user-code': userCode } });
  }

  function join(joinCode: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${gateway.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ joinCode }),
    });
  }

  async function codeOf(client: TestClient): Promise<string> {
    await client.untilEvent('welcome');
    const response = await wantCode(code);
    expect(response.status).toBe(201);
    return ((await response.json()) as { joinCode: string }).joinCode;
  }

  it('joins once, and is sent everything from the beginning', async () => {
    gateway = await startTestGateway();
    const client = new TestClient(gateway, { query: { code } });
    const joinCode = await codeOf(client);
    client.send({ type: 'text', id: randomUUID(), content: '一只猫' });
    await client.untilEvent('completed');
    const answer = (await (await join(joinCode)).json()) as { userCode: string; epoch: string };
    expect(answer.userCode).toBe(code);
    const second = new TestClient(gateway, { query: { code: answer.userCode, after: '0', epoch: answer.epoch } });
    expect((await second.untilEvent('welcome')).recovered).toBeTrue();
    await second.untilEvent('completed');
    expect((await join(joinCode)).status).toBe(404);
  });

  it('gets no code for who is not connected, and no user code for a guess', async () => {
    gateway = await startTestGateway();
    expect((await wantCode(code)).status).toBe(401);
    expect((await wantCode('no UUID')).status).toBe(401);
    expect((await join('AAAAAAAA')).status).toBe(404);
    expect((await join(7)).status).toBe(400);
    const [last] = (await Promise.all(Array.from({ length: 12 }, () => join('AAAAAAAA')))).slice(-1);
    expect([last?.status, last?.headers.has('retry-after')]).toEqual([429, true]);
  });

  it('needs the password as every other', async () => {
    gateway = await startTestGateway({ access: { password: PASSWORD, passLastsMs: 60_000 } });
    const response = await fetch(`${gateway.url}/api/access`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: gateway.url },
      body: JSON.stringify({ password: PASSWORD }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';', 1).join() ?? '';
    const joinCode = await codeOf(new TestClient(gateway, { query: { code }, headers: { cookie } }));
    expect((await join(joinCode)).status).toBe(403);
    expect((await join(joinCode, { cookie })).status).toBe(200);
  });
});
