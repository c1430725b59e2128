import { randomUUID } from 'node:crypto';
import type { Gateway } from '../gateway.ts';
import { prompt } from '../ports/testing/messages.ts';
import { pictureOf } from '../../engines/testing/pictures.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';

const PASSWORD = '一只橘猫在窗台上';
const FOREIGN = 'https://app.example';

describe('a gateway that asks for a password', () => {
  let gateway: Gateway;
  let code: string;

  beforeEach(async () => {
    code = randomUUID();
    gateway = await startTestGateway({
      access: { password: PASSWORD, passLastsMs: 60_000 },
      allowedOrigins: [FOREIGN],
    });
  });

  afterEach(stopTestGateways);

  function ask(body: unknown, origin = gateway.url): Promise<Response> {
    return fetch(`${gateway.url}/api/access`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  async function cookie(): Promise<string> {
    const response = await ask({ password: PASSWORD });
    return response.headers.get('set-cookie')?.split(';', 1).join() ?? '';
  }

  it('closes a socket without a pass with 4403 and says why, whatever its code', async () => {
    for (const query of [{ code }, { code: 'no UUID' }, {}, { code, pass: '1.AAAAAAAAAAAA.x' }]) {
      const { code: closeCode, reason } = await new TestClient(gateway, { query }).closed;
      expect([closeCode, reason]).toEqual([4403, 'a pass is needed']);
    }
  });

  it('gives its own page a cookie that no script reads, and no pass', async () => {
    const response = await ask({ password: PASSWORD });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(
      /^kitten_pass_[0-9a-f]{8}=[\w.-]+; Path=\/; Max-Age=(?:59|60); HttpOnly; SameSite=Lax$/,
    );
    expect(Object.keys((await response.json()) as object)).toEqual(['endsAt']);
  });

  it('lets a socket in by the cookie, under any code', async () => {
    const headers = { cookie: `other=1; ${await cookie()}` };
    for (const each of [code, randomUUID()]) {
      const client = new TestClient(gateway, { query: { code: each }, headers });
      expect(await client.untilEvent('welcome')).toBeDefined();
    }
  });

  it('gives a page of another origin a pass for the query, and takes its uploads while that is connected', async () => {
    const response = await ask({ password: PASSWORD }, FOREIGN);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('access-control-allow-origin')).toBe(FOREIGN);
    const { pass } = (await response.json()) as { pass: string };
    expect((await upload({ origin: FOREIGN })).status).toBe(403);
    const client = new TestClient(gateway, { query: { code, pass }, origin: FOREIGN });
    await client.untilEvent('welcome');
    expect((await upload({ origin: FOREIGN })).status).toBe(201);
  });

  function upload(headers: Record<string, string>): Promise<Response> {
    return fetch(`${gateway.url}/api/uploads`, {
      method: 'POST',
      body: Buffer.from(pictureOf('#d02020')),
      headers: { 'content-type': 'image/png', 'x-user-code': code, ...headers },
    });
  }

  it('takes uploads and gives media to who has a pass', async () => {
    const headers = { cookie: await cookie() };
    const client = new TestClient(gateway, { query: { code }, headers });
    await client.untilEvent('welcome');
    client.send(prompt('一只猫'));
    const video = await client.until(({ type }) => type === 'video');
    await client.leave();
    const url = gateway.url + (video.type === 'video' ? (video.url ?? '') : '');
    expect((await fetch(url)).status).toBe(403);
    expect((await fetch(url, { headers })).status).toBe(200);
    expect((await upload({})).status).toBe(403);
    expect((await upload(headers)).status).toBe(201);
  });

  it('takes a pass that somebody was given', async () => {
    const { pass } = (await (await ask({ password: PASSWORD }, FOREIGN)).json()) as { pass: string };
    const response = await ask({ pass });
    expect(response.headers.get('set-cookie')).toContain(pass);
    expect((await ask({ pass: `${pass.slice(0, -2)}xx` })).status).toBe(403);
  });

  it('refuses another password, pages that may not connect, and what is no JSON', async () => {
    expect((await ask({ password: `${PASSWORD}!` })).status).toBe(403);
    expect((await ask({ password: PASSWORD }, 'https://evil.example')).status).toBe(403);
    expect((await ask({})).status).toBe(400);
    expect((await ask('{"password":')).status).toBe(400);
    expect((await ask({ password: 'x'.repeat(5_000) })).status).toBe(413);
  });

  it('leaves an address ten tries, and says when the next may come', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries++) statuses.push((await ask({ password: String(tries) })).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429]);
    const response = await ask({ password: PASSWORD });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('shows the page, its files and its health to everybody', async () => {
    expect((await fetch(`${gateway.url}/api/health`)).status).toBe(200);
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
  });
});

describe('a gateway that asks for no password', () => {
  afterEach(stopTestGateways);

  it('has nothing that would take one', async () => {
    const { url } = await startTestGateway();
    const response = await fetch(`${url}/api/access`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(404);
  });
});
