import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Gateway } from '../gateway.ts';
import { CLIP } from '../../engines/testing/scripted-engine.ts';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { mediaPath } from '../storage/data-folder.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { openTestFolder } from '../testing/test-storage.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';

describe('the media', () => {
  let gateway: Gateway;
  let url: string;
  let folder: string;

  beforeAll(async () => {
    const storage = await openTestFolder();
    folder = mediaPath(storage.folder);
    await writeFile(join(folder, 'notes.txt'), 'no medium');
    await writeFile(join(folder, '.hidden.mp4'), 'no medium');
    gateway = await startTestGateway({ storage });
    url = gateway.url + (await storage.media.save(CLIP)).url;
  });

  afterAll(stopTestGateways);

  async function range(value: string): Promise<{ status: number; range: string | null; bytes: Uint8Array }> {
    const response = await fetch(url, { headers: { range: value } });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, range: response.headers.get('content-range'), bytes };
  }

  it('are whole, immutable and open to other origins’ apps', async () => {
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(CLIP.bytes);
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it('come in parts: from the start, from the middle, to the end', async () => {
    expect(await range('bytes=0-99')).toEqual({
      status: 206,
      range: 'bytes 0-99/2000',
      bytes: CLIP.bytes.slice(0, 100),
    });
    expect(await range('bytes=1990-')).toEqual({
      status: 206,
      range: 'bytes 1990-1999/2000',
      bytes: CLIP.bytes.slice(1_990),
    });
  });

  it('come by a suffix', async () => {
    const part = await range('bytes=-500');
    expect(part).toEqual({ status: 206, range: 'bytes 1500-1999/2000', bytes: CLIP.bytes.slice(1_500) });
  });

  it('answer a range that is not there with 416 and their size', async () => {
    const { status, range: reported } = await range('bytes=5000-');
    expect(status).toBe(416);
    expect(reported).toBe('bytes */2000');
  });

  it('hide what went wrong inside', async () => {
    const name = `${'1'.repeat(32)}.mp4`;
    await symlink(name, join(folder, name));
    const response = await fetch(`${gateway.url}/media/${name}`);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('Internal error.\n');
  });

  it('are the rest of what a client has, and the whole where it has something else', async () => {
    const { headers } = await fetch(url, { method: 'HEAD' });
    const status = async (condition: string): Promise<number> =>
      (await fetch(url, { headers: { range: 'bytes=10-', 'if-range': condition } })).status;
    expect(await status(headers.get('etag') ?? '')).toBe(206);
    expect(await status(headers.get('last-modified') ?? '')).toBe(206);
    expect(await status('"other"')).toBe(200);
    expect(await status(new Date(0).toUTCString())).toBe(200);
  });

  it('are not sent to who has them', async () => {
    const { headers } = await fetch(url, { method: 'HEAD' });
    const status = async (conditions: Record<string, string>): Promise<number> =>
      (await fetch(url, { headers: conditions })).status;
    const etag = headers.get('etag') ?? '';
    expect(await status({ 'if-none-match': `"other", W/${etag}` })).toBe(304);
    expect(await status({ 'if-modified-since': headers.get('last-modified') ?? '' })).toBe(304);
    expect(await status({ 'if-none-match': '"other"', 'if-modified-since': headers.get('last-modified') ?? '' })).toBe(
      200,
    );
  });

  it('tell their size to HEAD', async () => {
    const response = await fetch(url, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('2000');
  });

  it('are not listed, and hide every file that is no medium', async () => {
    const unknown = `${'0'.repeat(32)}.mp4`;
    for (const name of ['', '.hidden.mp4', 'notes.txt', '../package.json', '..%2f..%2fetc%2fhosts', unknown]) {
      const response = await fetch(`${gateway.url}/media/${name}`, { headers: { accept: 'text/html' } });
      expect(response.status).withContext(name).not.toBe(200);
      expect(response.headers.get('cache-control')).withContext(name).not.toBe(IMMUTABLE);
    }
  });
});

describe('the app', () => {
  const PAGE = { accept: 'text/html,application/xhtml+xml' };
  let gateway: Gateway;

  beforeAll(async () => {
    const appFolder = await makeTemporaryFolder();
    await mkdir(join(appFolder, 'media'));
    await writeFile(join(appFolder, 'index.html'), '<title>问小猫</title>');
    await writeFile(join(appFolder, 'config.json'), '{}');
    await writeFile(join(appFolder, 'main-5F3KQ2XA.js'), 'export {}');
    await writeFile(join(appFolder, 'chunk-Bx3-oQ4y.js'), 'export {}');
    await writeFile(join(appFolder, 'ngsw-worker.js'), 'self');
    await writeFile(join(appFolder, 'media', 'noto-sans-sc-wght-normal-ABCD2345.woff2'), 'font');
    await writeFile(join(appFolder, '.secret.json'), '{}');
    await writeFile(join(appFolder, 'main-5F3KQ2XA.js.br'), brotliCompressSync('export {}'));
    await writeFile(join(appFolder, 'main-5F3KQ2XA.js.gz'), gzipSync('export {}'));
    gateway = await startTestGateway({ appFolder });
  });

  afterAll(stopTestGateways);

  it('comes as it is now where it was changed after it had been compressed', async () => {
    const appFolder = await makeTemporaryFolder();
    const config = join(appFolder, 'config.json');
    await writeFile(join(appFolder, 'index.html'), '<title>问小猫</title>');
    await writeFile(`${config}.br`, brotliCompressSync('{}'));
    await writeFile(`${config}.gz`, gzipSync('{}'));
    await writeFile(config, '{"maxReconnectAttempts":9}');
    const later = new Date(Date.now() + 1_000);
    await utimes(config, later, later);
    const { url } = await startTestGateway({ appFolder });
    const response = await fetch(`${url}/config.json`, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(await response.text()).toBe('{"maxReconnectAttempts":9}');
  });

  it('says nothing of connections that last, as all do', async () => {
    const { headers } = await getMain({});
    expect([headers.get('connection'), headers.get('keep-alive')]).toEqual([null, null]);
  });

  it('comes as it was compressed by the build, to each browser as it can read it', async () => {
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const { headers, text } = await getMain({ 'accept-encoding': accepted });
      expect(headers.get('content-encoding')).withContext(accepted).toBe(encoding);
      expect(headers.get('content-type')).toMatch(/javascript/);
      expect(headers.get('vary')).toBe('accept-encoding');
      expect(headers.get('cache-control')).toBe(IMMUTABLE);
      expect(text).toBe('export {}');
    }
  });

  async function getMain(sent: Record<string, string>): Promise<{ headers: Headers; text: string }> {
    const response = await get('/main-5F3KQ2XA.js', sent);
    return { headers: response.headers, text: await response.text() };
  }

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(gateway.url + path, { headers });

  it('is its index, asked for again each time', async () => {
    for (const path of ['/', '/?a=b']) {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('问小猫');
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('is its index on every route of the app', async () => {
    for (const path of ['/gallery', '/gallery/1?a=b']) {
      const response = await get(path, PAGE);
      expect(response.status).withContext(path).toBe(200);
      expect(await response.text())
        .withContext(path)
        .toContain('问小猫');
    }
  });

  it('is not its index for the API, for media, for files, or for scripts that ask for data', async () => {
    for (const path of ['/api/unknown', '/media/unknown', '/media/', '/unknown.js', '/media/unknown.woff2']) {
      expect((await get(path, PAGE)).status)
        .withContext(path)
        .toBe(404);
    }
    expect((await get('/gallery', { accept: 'application/json' })).status).toBe(404);
  });

  it('keeps hashed files for ever, fonts beside the media included', async () => {
    for (const path of ['/main-5F3KQ2XA.js', '/media/noto-sans-sc-wght-normal-ABCD2345.woff2']) {
      const response = await get(path);
      expect(response.status).withContext(path).toBe(200);
      expect(response.headers.get('cache-control')).withContext(path).toBe(IMMUTABLE);
    }
  });

  it('has its settings asked for again each time', async () => {
    expect((await get('/config.json')).headers.get('cache-control')).toBe('no-cache');
  });

  it('hides files that begin with a dot, and what is outside its folder', async () => {
    for (const path of ['/.secret.json', '/..%2fpackage.json', '/%2e%2e/package.json', '/a%00.js', '/%ff.js']) {
      expect((await get(path)).status)
        .withContext(path)
        .not.toBe(200);
    }
  });

  it('takes no other methods', async () => {
    expect((await fetch(gateway.url, { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

describe('an app that is not built', () => {
  afterAll(stopTestGateways);

  it('says what to run', async () => {
    const gateway = await startTestGateway({ appFolder: join(await makeTemporaryFolder(), 'missing') });
    const response = await fetch(gateway.url);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm start');
  });
});
