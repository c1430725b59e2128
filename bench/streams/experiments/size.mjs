import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build } from 'esbuild';
import { AS_ANGULAR } from '../build/as-angular.mjs';
import { compileLayer } from '../size/compile-layer.mjs';
import { IMPORTS } from '../size/imports.mjs';

/** How large an import is, in bytes. @typedef {{ name: string, minified: number, brotli: number }} SizeSample */

/**
 * The layer with rxjs and its other packages, but without Angular, which an application has anyway.
 * @returns {Promise<SizeSample[]>}
 */
export async function measureSizes() {
  const folder = await compileLayer();
  return Promise.all(IMPORTS.map((each) => sizeOf(each, folder)));
}

async function sizeOf({ name, source }, folder) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: folder },
    ...AS_ANGULAR,
    external: ['@angular/*'],
    write: false,
  });
  const [{ contents }] = outputFiles;
  return { name, minified: contents.length, brotli: (await promisify(brotliCompress)(contents)).length };
}
