import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { AS_ANGULAR } from './as-angular.mjs';
import { BENCH, PAGES } from './folders.mjs';

/**
 * Bundles the pages of other clients as Angular's builder does ours.
 * @param {readonly string[]} pages the names of their files
 */
export async function bundlePages(pages) {
  await Promise.all(pages.map(bundlePage));
}

async function bundlePage(page) {
  const folder = join(PAGES, page);
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(BENCH, 'pages', `${page}.mjs`)],
    outfile: join(folder, 'main.js'),
    ...AS_ANGULAR,
  });
  const html = `<!doctype html>\n<title>${page}</title>\n<script type="module" src="main.js"></script>\n`;
  await writeFile(join(folder, 'index.html'), html);
}
