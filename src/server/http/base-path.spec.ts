import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { pictureOf } from '../../engines/testing/pictures.ts';
import type { Gateway, GatewayOptions } from '../gateway.ts';
import { codeKey } from '../limits/code-key.ts';
import { prompt } from '../ports/testing/messages.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { openTestFolder } from '../testing/test-storage.ts';

const BASE = '/kitten/';
const NAME = 'ab'.repeat(16);

describe('a gateway below a base path', () => {
  afterEach(stopTestGateways);

  async function start(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
    const appFolder = await makeTemporaryFolder();
    await writeFile(join(appFolder, 'index.html'), '<base href="/"/>'.padEnd(4_000));
    await writeFile(join(appFolder, 'main-5F3KQ2XA.js'), 'let kitten;');
    return startTestGateway({ basePath: BASE, appFolder, ...options });
  }

  function get({ url }: Gateway, path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(url + path, { redirect: 'manual', headers });
  }

  function below({ url }: Gateway): Pick<Gateway, 'url'> {
    return { url: `${url}${BASE.slice(0, -1)}` };
  }

  it('serves its page there, compressed once, at deep links as well, and its files', async () => {
    const gateway = await start();
    for (const path of ['/kitten/', '/kitten/?a=b', '/kitten/index.html', '/kitten/c/42']) {
      const answer = await get(gateway, path, { accept: 'text/html', 'accept-encoding': 'br' });
      expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, 'br']);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toContain('<base href="/kitten/"/>');
      const etag = answer.headers.get('etag') ?? '';
      expect((await get(gateway, path, { accept: 'text/html', 'if-none-match': etag })).status).toBe(304);
    }
    expect((await get(gateway, '/kitten/main-5F3KQ2XA.js')).status).toBe(200);
    expect((await get(gateway, '/kitten/config.json')).headers.get('content-type')).toContain('application/json');
    expect((await get(gateway, '/kitten/ngsw.json')).status).toBe(404);
    expect((await get(gateway, '/kitten/api/health')).status).toBe(200);
  });

  it('compresses as clients say, and not as they refuse', async () => {
    const gateway = await start();
    for (const [accepted, encoding] of [
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['gzip, br;q=1.0', 'br'],
      ['br; q=0.000, gzip;q=0', null],
      ['brotli, xgzip', null],
    ] as const) {
      const { headers } = await get(gateway, '/kitten/', { 'accept-encoding': accepted });
      expect(headers.get('content-encoding')).withContext(accepted).toBe(encoding);
    }
  });

  it('leads there from its name without the slash, and is nowhere else but for probes', async () => {
    const gateway = await start();
    const answer = await get(gateway, '/kitten?a=b');
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/kitten/?a=b']);
    for (const path of ['/', '/index.html', '/api/health', '/kittens/', '/media/x', `/media/${NAME}.png`]) {
      const elsewhere = await get(gateway, path, { accept: 'text/html' });
      expect(elsewhere.status).withContext(path).toBe(404);
      expect(await elsewhere.text()).toContain('/kitten/');
    }
    expect((await get(gateway, '/healthz')).status).toBe(200);
    expect((await get(gateway, '/readyz')).status).toBe(200);
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/api/ws/video-generation?code=${randomUUID()}`);
    const refused = await new Promise((resolve) => socket.once('error', resolve));
    expect(String(refused)).toContain('404');
  });

  it('says where media are: of clips as they are told and as they are replayed, and of uploads', async () => {
    const gateway = await start();
    const code = randomUUID();
    const upload = await fetch(`${gateway.url}/kitten/api/uploads`, {
      method: 'POST',
      headers: { 'content-type': 'image/png', 'x-user-code': code },
      body: pictureOf('#ffa500'),
    });
    const { url } = (await upload.json()) as { readonly url: string };
    expect(url).toMatch(/^\/kitten\/media\/[0-9a-f]{32}\.png$/);
    expect((await get(gateway, url)).status).toBe(200);
    const client = new TestClient(below(gateway), { query: { code } });
    await client.untilEvent('welcome');
    client.send({ ...prompt('一只猫'), attachments: [`https://home.example${url}`] });
    const accepted = await client.untilEvent('accepted');
    expect(accepted).toEqual(jasmine.objectContaining({ attachments: [url] }));
    const video = await client.until(({ type }) => type === 'video');
    const clip = video.type === 'video' ? (video.url ?? '') : '';
    expect(clip).toMatch(/^\/kitten\/media\/[0-9a-f]{32}\.mp4$/);
    expect((await get(gateway, clip)).status).toBe(200);
    const later = new TestClient(below(gateway), { query: { code, after: '0' } });
    expect(await later.until(({ type }) => type === 'video')).toEqual(video);
  });

  it('may be moved: what is stored says nothing of where it was', async () => {
    const storage = await openTestFolder();
    const gateway = await start({ storage });
    const code = randomUUID();
    const client = new TestClient(below(gateway), { query: { code } });
    await client.untilEvent('welcome');
    client.send(prompt('一只猫'));
    await client.until(({ type }) => type === 'video');
    const stored = await storage.log.readStored(codeKey(code), 0, 100);
    expect(stored.map(({ text }) => text).join()).not.toContain(BASE);
    expect(stored.map(({ text }) => text).join()).toContain('"/media/');
  });

  it('keeps its cookies to itself', async () => {
    const password = 'a long password';
    const gateway = await start({ access: { password, passLastsMs: 60_000 }, mediaAccess: 'private' });
    const answer = await fetch(`${gateway.url}/kitten/api/access`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: gateway.url },
      body: JSON.stringify({ password }),
    });
    const pass = answer.headers.get('set-cookie') ?? '';
    expect(pass).toContain('; Path=/kitten/;');
    const client = new TestClient(below(gateway), {
      query: { code: randomUUID() },
      headers: { cookie: pass.split(';', 1).join() },
    });
    await client.untilEvent('welcome');
    client.send(prompt('一只猫'));
    const video = await client.until(({ type }) => type === 'video');
    const clip = video.type === 'video' ? (video.url ?? '') : '';
    expect((await get(gateway, clip)).status).toBe(403);
    const link = await fetch(gateway.url + clip.replace('/media/', '/api/media-links/'), {
      method: 'POST',
      headers: { cookie: pass.split(';', 1).join() },
    });
    const { url } = (await link.json()) as { readonly url: string };
    expect(url.startsWith(`${clip}?`)).toBeTrue();
    expect((await get(gateway, url)).status).toBe(200);
  });
});
