import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, Generator } from '@angular/service-worker/config';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { MovedApp, type WorkerManifest } from './moved-app.ts';

const BASE = '/a.b/kitten/';
const PAGE = '<!doctype html><base href="/"/><script src="main-5F3KQ2XA.js" type="module"></script>';
const FILES: Readonly<Record<string, string>> = {
  '/index.html': PAGE,
  '/main-5F3KQ2XA.js': 'let kitten;',
  '/icons/icon.png': 'picture',
};

/** What Angular's build makes of the project's configuration for a base. */
async function generated(base: string, files: Readonly<Record<string, string>>): Promise<WorkerManifest> {
  const text = await readFile(new URL('../../../ngsw-config.json', import.meta.url), 'utf8');
  const generator = new Generator(
    {
      list: () => Promise.resolve(Object.keys(files)),
      read: (file) => Promise.resolve(files[file] ?? ''),
      hash: (file) =>
        Promise.resolve(
          createHash('sha1')
            .update(files[file] ?? '')
            .digest('hex'),
        ),
      write: () => Promise.resolve(),
    },
    base,
  );
  const made = (await generator.process(JSON.parse(text) as Config)) as WorkerManifest;
  return { ...made, ...{ timestamp: 0 } };
}

describe('an app below a base path', () => {
  let folder: string;
  let app: MovedApp;

  beforeEach(async () => {
    folder = await makeTemporaryFolder();
    app = new MovedApp(folder, BASE);
    await writeFile(join(folder, 'index.html'), PAGE);
    await writeFile(join(folder, 'ngsw.json'), JSON.stringify(await generated('/', FILES)));
  });

  afterEach(removeTemporaryFolders);

  it('has its base in the page', async () => {
    expect(await app.read('index.html')).toBe(PAGE.replace('href="/"', `href="${BASE}"`));
  });

  it('has the manifest of the service worker that a build for this base has, and the hash of its page', async () => {
    const page = (await app.read('index.html')) ?? '';
    const manifest: unknown = JSON.parse((await app.read('ngsw.json')) ?? '');
    const built = await generated(BASE, { ...FILES, '/index.html': page });
    expect(Object.keys(built.hashTable)).toContain(`${BASE}index.html`);
    // What is not there has no place in JSON.
    expect(manifest).toEqual(JSON.parse(JSON.stringify(built)));
  });

  it('leaves a page alone that was built for another base', async () => {
    const built = PAGE.replace('href="/"', 'href="/other/"');
    await writeFile(join(folder, 'index.html'), built);
    expect(await app.read('index.html')).toBe(built);
  });

  it('has a configuration that leads to its gateway, whether there is a file or not', async () => {
    const baseUrl = `${BASE}api/ws/video-generation`;
    expect(JSON.parse((await app.read('config.json')) ?? '')).toEqual({ baseUrl });
    await writeFile(join(folder, 'config.json'), '{"maxReconnectAttempts": 7}');
    expect(JSON.parse((await app.read('config.json')) ?? '')).toEqual({ baseUrl, maxReconnectAttempts: 7 });
  });

  it('leaves a configuration alone that names a server, or is none', async () => {
    for (const text of ['{"baseUrl": "wss://other.example/"}', '{"url": "wss://other.example/"}', '{"baseUrl', '[]']) {
      await writeFile(join(folder, 'config.json'), text);
      expect(await app.read('config.json')).toBe(text);
    }
  });

  it('is not there where it is not built', async () => {
    const unbuilt = new MovedApp(await makeTemporaryFolder(), BASE);
    expect([await unbuilt.read('index.html'), await unbuilt.read('ngsw.json')]).toEqual([undefined, undefined]);
  });
});
