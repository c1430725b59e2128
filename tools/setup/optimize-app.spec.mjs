import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { optimizeApp } from './optimize-app.mjs';

describe('optimizeApp', () => {
  let folder;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kitten-app-'));
    await writeFile(join(folder, 'index.html'), '<head></head><script src="main-A.js" type="module"></script>');
    await writeFile(
      join(folder, 'ngsw.json'),
      JSON.stringify({ hashTable: { '/index.html': 'old', '/main-A.js': 'm' } }),
    );
    await writeFile(join(folder, 'main-A.js'), 'import{a}from"./chunk-B.js";a().then(()=>import("./chunk-D.js"))');
    await writeFile(join(folder, 'chunk-B.js'), 'import"./chunk-C.js";import{m}from"./main-A.js"');
    await writeFile(join(folder, 'chunk-D.js'), 'import"./chunk-C.js";import("./chunk-lazy.js")');
    await writeFile(join(folder, 'chunk-C.js'), 'export{}');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('names every script that the page needs at once, and none that may never be needed', async () => {
    await optimizeApp(folder);
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    expect(page.match(/rel="modulepreload" href="[^"]+"/g)).toEqual([
      'rel="modulepreload" href="chunk-D.js"',
      'rel="modulepreload" href="chunk-B.js"',
      'rel="modulepreload" href="chunk-C.js"',
    ]);
  });

  it('keeps the service worker in agreement with the page', async () => {
    await optimizeApp(folder);
    const { hashTable } = JSON.parse(await readFile(join(folder, 'ngsw.json'), 'utf8'));
    const page = await readFile(join(folder, 'index.html'));
    expect(hashTable).toEqual({ '/index.html': createHash('sha1').update(page).digest('hex'), '/main-A.js': 'm' });
  });

  it('puts beside each file what is compressed of it', async () => {
    await optimizeApp(folder);
    for (const name of ['index.html', 'main-A.js', 'ngsw.json']) {
      const content = await readFile(join(folder, name));
      expect(brotliDecompressSync(await readFile(join(folder, `${name}.br`)))).toEqual(content);
      expect(gunzipSync(await readFile(join(folder, `${name}.gz`)))).toEqual(content);
    }
  });

  it('changes nothing the second time', async () => {
    await optimizeApp(folder);
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    await optimizeApp(folder);
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe(page);
  });
});
