import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build } from 'esbuild';
import { AS_ANGULAR } from '../build/as-angular.mjs';
import { compileLayer } from '../size/compile-layer.mjs';
import { breakdown } from '../size/breakdown.mjs';
import { IMPORTS } from '../size/imports.mjs';

/**
 * How large an import is, in bytes: what a page loads with the application, and what it loads by `import()` once it is
 * used; what was asked, and what it is made of.
 * @typedef {{ name: string, minified: number, brotli: number, laterBrotli: number, askedBrotli?: number,
 *   parts: readonly import('../size/breakdown.mjs').BundlePart[] }} SizeSample
 */

/** The packages that the layer loads by `import()`: a file of their own in an application's build. */
const LOADED_LATER = ['idb'];

/**
 * The layer with rxjs and its other packages, but without Angular, which an application has anyway.
 * @returns {Promise<SizeSample[]>}
 */
export async function measureSizes() {
  const folder = await compileLayer();
  return Promise.all(IMPORTS.map((each) => sizeOf(each, folder)));
}

async function sizeOf({ name, source, askedBrotli }, folder) {
  const first = await bundle(source, folder, LOADED_LATER);
  const later = await Promise.all(first.imports.map((each) => bundle(`export * from '${each}';`, folder)));
  return {
    name,
    minified: first.minified,
    brotli: first.brotli,
    laterBrotli: later.reduce((sum, { brotli }) => sum + brotli, 0),
    askedBrotli,
    parts: first.parts,
  };
}

/** A bundle's sizes, and the packages that it imports by `import()`. */
async function bundle(source, folder, external = []) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: folder },
    ...AS_ANGULAR,
    external: ['@angular/*', ...external],
    metafile: true,
    write: false,
  });
  const [{ contents }] = outputFiles;
  const [{ imports }] = Object.values(metafile.outputs);
  return {
    minified: contents.length,
    brotli: (await promisify(brotliCompress)(contents)).length,
    parts: breakdown(metafile),
    imports: imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path),
  };
}
