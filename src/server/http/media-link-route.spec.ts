import { randomUUID } from 'node:crypto';
import type { Gateway, GatewayOptions } from '../gateway.ts';
import { pictureOf } from '../../engines/testing/pictures.ts';
import { prompt } from '../ports/testing/messages.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';

describe('private media', () => {
  let gateway: Gateway;
  let code: string;

  afterEach(stopTestGateways);

  async function start(options: Partial<GatewayOptions> = {}): Promise<void> {
    code = randomUUID();
    gateway = await startTestGateway({ mediaAccess: 'private', ...options });
  }

  /** Connects as a browser does: with the cookies that it has, and with what it is given. */
  async function connect(as: string, cookie = ''): Promise<{ client: TestClient; cookie: string }> {
    const client = new TestClient(gateway, { query: { code: as }, headers: { cookie } });
    let given = '';
    client.socket.on('upgrade', ({ headers }) => (given = headers['set-cookie']?.[0] ?? ''));
    await client.untilEvent('welcome');
    expect(given).toMatch(/; HttpOnly; SameSite=Lax$/);
    return { client, cookie: given.split(';', 1).join() };
  }

  async function clipOf(client: TestClient): Promise<string> {
    client.send(prompt('一只猫'));
    const video = await client.until(({ type }) => type === 'video');
    return video.type === 'video' ? (video.url ?? '') : '';
  }

  async function statusOf(path: string, headers: Record<string, string> = {}): Promise<number> {
    return (await fetch(gateway.url + path, { headers })).status;
  }

  function askLink(path: string, headers: Record<string, string>): Promise<Response> {
    return fetch(gateway.url + path.replace('/media/', '/api/media-links/'), { method: 'POST', headers });
  }

  it('are for the browser of their owner, also after a refresh of the code, and for nobody else', async () => {
    await start();
    const { client, cookie } = await connect(code);
    const clip = await clipOf(client);
    expect(await statusOf(clip)).toBe(403);
    expect(await statusOf(clip, { cookie })).toBe(200);
    const refreshed = await connect(randomUUID(), cookie);
    expect(await statusOf(clip, { cookie: refreshed.cookie })).toBe(200);
    const stranger = await connect(randomUUID());
    expect(await statusOf(clip, { cookie: stranger.cookie })).toBe(403);
    expect(await statusOf(clip, { cookie: `${cookie.slice(0, -2)}xx` })).toBe(403);
  });

  it('are for who has the code of their owner, and that may not be revoked', async () => {
    await start();
    const { client } = await connect(code);
    expect(await statusOf(await clipOf(client), { 'x-user-code': code })).toBe(200);
    expect(await statusOf(await clipOf(client), { 'x-user-code': randomUUID() })).toBe(403);
  });

  it('are what was uploaded too, and nobody else has anything made of it, whoever has been told its name', async () => {
    await start();
    const headers = { 'content-type': 'image/png', 'x-user-code': code };
    const upload = { method: 'POST', headers, body: Buffer.from(pictureOf('#d02020')) };
    const { url } = (await (await fetch(`${gateway.url}/api/uploads`, upload)).json()) as { url: string };
    expect(await statusOf(url, { 'x-user-code': code })).toBe(200);
    const asked = { ...prompt('一只猫'), attachments: [url] };
    const { client, cookie } = await connect(code);
    const refreshed = await connect(randomUUID(), cookie);
    for (const { client: own } of [{ client }, refreshed]) {
      own.send(asked);
      await own.untilEvent('completed');
    }
    const other = randomUUID();
    const stranger = await connect(other);
    stranger.client.send(asked);
    const refusal = jasmine.objectContaining({ type: 'error', code: 'unsupported' });
    expect(await stranger.client.untilAnswer(asked.id)).toEqual(refusal);
    expect(await statusOf(url, { 'x-user-code': other })).toBe(403);
  });

  it('are shared by links that their owner is given', async () => {
    await start();
    const { client, cookie } = await connect(code);
    const clip = await clipOf(client);
    expect((await askLink(clip, {})).status).toBe(403);
    const { url, endsAt } = (await (await askLink(clip, { cookie })).json()) as { url: string; endsAt: number };
    expect(await statusOf(url)).toBe(200);
    expect(endsAt).toBeGreaterThan(Date.now() + 6 * 24 * 60 * 60 * 1_000);
    expect(await statusOf(url.replace(/until=./, 'until=z'))).toBe(403);
    const another = await clipOf((await connect(randomUUID())).client);
    expect(await statusOf(another + url.slice(url.indexOf('?')))).toBe(403);
    // Who was given a link can't make another one of it.
    expect((await askLink(url, {})).status).toBe(403);
  });

  it('are shared until the link ends', async () => {
    await start({ mediaLinkLastsMs: -1_000 });
    const { client, cookie } = await connect(code);
    const { url } = (await (await askLink(await clipOf(client), { cookie })).json()) as { url: string };
    expect(await statusOf(url)).toBe(403);
  });

  it('are told of in the greeting', async () => {
    await start();
    const { client } = await connect(code);
    expect((await client.untilEvent('welcome')).features).toContain('links');
  });
});
