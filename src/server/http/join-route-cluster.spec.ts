import { randomUUID } from 'node:crypto';
import { join as joinPath } from 'node:path';
import { pictureOf } from '../../engines/testing/pictures.ts';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import type { Gateway, GatewayOptions } from '../gateway.ts';
import { MediaFolder } from '../media-stores/media-folder.ts';
import { PostgresStorage } from '../postgres/storage/postgres-storage.ts';
import { usePostgres } from '../postgres/testing/use-postgres.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';

const ORIGIN = 'https://app.example';
const ACCESS = { password: '一只橘猫在窗台上', passLastsMs: 60_000 };
const KEY = new Uint8Array(32).fill(7);

describe('a second device of a cluster', () => {
  const postgres = usePostgres();
  let gateways: readonly Gateway[];
  let code: string;

  beforeEach(() => (code = randomUUID()));

  afterEach(stopTestGateways);

  async function start(options: Partial<GatewayOptions> = {}): Promise<void> {
    const folder = await makeTemporaryFolder();
    const open = async (): Promise<Gateway> => {
      const mediaStore = await MediaFolder.open(joinPath(folder, 'media'));
      const storage = await PostgresStorage.open(postgres().url, { mediaStore, folder, onFault: fail });
      return startTestGateway({ storage, accessKey: KEY, allowedOrigins: [ORIGIN], ...options });
    };
    gateways = [await open(), await open()];
  }

  function ask(gateway: number, path: string, init: RequestInit): Promise<Response> {
    return fetch(`${gateways[gateway]?.url}/api/${path}`, { method: 'POST', ...init });
  }

  function wantCode(gateway: number): Promise<Response> {
    return ask(gateway, 'join-codes', { headers: { 'x-user-code': code } });
  }

  function join(gateway: number, joinCode: string): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return ask(gateway, 'join', { headers, body: JSON.stringify({ joinCode }) });
  }

  async function connect(gateway: number, query: Record<string, string> = {}): Promise<TestClient> {
    const client = new TestClient(gateways[gateway] as Gateway, { query: { code, ...query } });
    await client.untilEvent('welcome');
    return client;
  }

  it('gets its code from a gateway that its socket is not at, and joins at whichever, once', async () => {
    await start();
    const client = await connect(0);
    client.send({ type: 'text', id: randomUUID(), content: '一只猫' });
    await client.untilEvent('completed');
    const issued = await wantCode(1);
    expect(issued.status).toBe(201);
    const { joinCode } = (await issued.json()) as { joinCode: string };
    const answers = await Promise.all([0, 1].map((gateway) => join(gateway, joinCode)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    const joined = answers.find(({ ok }) => ok);
    const { userCode, epoch } = (await joined?.json()) as { userCode: string; epoch: string };
    expect(userCode).toBe(code);
    const second = await connect(1, { code: userCode, after: '0', epoch });
    await second.untilEvent('completed');
  });

  it('gets none where it is connected to no gateway', async () => {
    await start();
    expect((await wantCode(0)).status).toBe(401);
  });

  it('can be guessed by an address so often over all gateways as at one, as can the password', async () => {
    const accessLimits = { code: { perSecond: 1, burst: 50 }, address: { perSecond: 0.001, burst: 10 } };
    await start({ access: ACCESS, accessLimits });
    const headers = { 'content-type': 'application/json', origin: ORIGIN };
    for (const path of ['join', 'access']) {
      const statuses: number[] = [];
      for (let tries = 0; tries < 12; tries++) {
        const response = await ask(tries % 2, path, {
          headers,
          body: JSON.stringify({ password: '狗', joinCode: 'AAAAAAAA' }),
        });
        statuses.push(response.status);
      }
      expect(statuses)
        .withContext(path)
        .toEqual([...Array<number>(10).fill(403), 429, 429]);
    }
  });

  it('uploads from another site’s page to a gateway that its socket is not at, where a password is asked for', async () => {
    await start({ access: ACCESS });
    const headers = { 'content-type': 'application/json', origin: ORIGIN };
    const response = await ask(0, 'access', { headers, body: JSON.stringify({ password: ACCESS.password }) });
    const { pass } = (await response.json()) as { pass: string };
    const upload = (gateway: number): Promise<Response> =>
      ask(gateway, 'uploads', {
        headers: { 'content-type': 'image/png', 'x-user-code': code, origin: ORIGIN },
        body: Buffer.from(pictureOf('#d02020')),
      });
    expect((await upload(1)).status).toBe(403);
    await connect(0, { pass });
    expect((await upload(1)).status).toBe(201);
  });
});
