import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What gets smaller; pictures and fonts are compressed already. */
const COMPRESSIBLE = /\.(?:js|css|html|json|svg|webmanifest|txt)$/;

/**
 * Has the page name every script that it needs at once, instead of each naming the next, but after what it is painted with;
 * and puts beside each file what is compressed of it, `.br` and `.gz`.
 * @param {string} folder that of the built app
 */
export async function optimizeApp(folder) {
  await preloadScripts(folder);
  const files = await readdir(folder, { recursive: true });
  await Promise.all(files.filter((file) => COMPRESSIBLE.test(file)).map((file) => compress(join(folder, file))));
}

/** @param {string} folder */
async function preloadScripts(folder) {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const [, main] = /<script src="([^"]+)" type="module">/.exec(page) ?? [];
  if (main === undefined || page.includes('rel="modulepreload"')) return;
  const scripts = await importsOf(folder, main);
  const links = scripts.map((script) => `<link rel="modulepreload" href="${script}" fetchpriority="low">`).join('');
  await replacePage(folder, page.replace('</head>', `${links}</head>`));
}

/**
 * The scripts that the page's own imports, which is one that does so when the page is painted, those that they import at
 * once, and so on, without itself.
 * @param {string} folder
 * @param {string} main
 */
async function importsOf(folder, main) {
  const found = new Set([main]);
  const start = await readFile(join(folder, main), 'utf8');
  for (const [, name] of start.matchAll(/\bimport\(\s*["']\.\/([\w.-]+\.js)["']/g)) found.add(name);
  for (const script of found) {
    const text = await readFile(join(folder, script), 'utf8');
    // An import() has a bracket; a builder writes the others as `from"./chunk-….js"` and `import"./chunk-….js"`.
    for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)) found.add(name);
  }
  return [...found].slice(1);
}

/**
 * Writes the page, and the hash that the service worker knows it by.
 * @param {string} folder
 * @param {string} page
 */
async function replacePage(folder, page) {
  await writeFile(join(folder, 'index.html'), page);
  const manifest = join(folder, 'ngsw.json');
  const content = JSON.parse(await readFile(manifest, 'utf8'));
  content.hashTable['/index.html'] = createHash('sha1').update(page).digest('hex');
  await writeFile(manifest, JSON.stringify(content, null, 2));
}

/** @param {string} file */
async function compress(file) {
  const content = await readFile(file);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }));
}
