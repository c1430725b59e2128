/** A part of a bundle. @typedef {{ part: string, bytes: number }} BundlePart */

/**
 * What a bundle is made of, the largest first: packages, and folders of the layer.
 * @param {import('esbuild').Metafile} metafile
 * @returns {BundlePart[]} by minified bytes
 */
export function breakdown({ outputs }) {
  const parts = new Map();
  for (const { inputs } of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const part = partOf(file);
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
  }
  return [...parts]
    .map(([part, bytes]) => ({ part, bytes }))
    .filter(({ bytes }) => bytes > 0)
    .toSorted((one, other) => other.bytes - one.bytes);
}

function partOf(file) {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  if (name !== undefined) return name;
  const [, module, folder] = /(?:^|\/)(services|protocol)\/(?:([^/]+)\/)?[^/]+\.js$/.exec(file) ?? [];
  if (module === undefined) return 'the bundle itself';
  return module === 'services' && folder !== undefined ? `services/${folder}` : module;
}
