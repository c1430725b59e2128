import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

/**
 * A hash of the names and contents of files, the same for the same files on any machine and at any time.
 * @param {string} root the folder that the paths are relative to
 * @param {readonly string[]} paths files, and folders with all that is in them; one that is missing counts as such
 * @param {{ include?: (file: string) => boolean, also?: string }} options
 *   `include`: which files of a folder count, by their relative path with slashes; all of them by default.
 *   `also`: something else that the hash depends on.
 */
export function fingerprint(root, paths, { include = () => true, also = '' } = {}) {
  const hash = createHash('sha256').update(also);
  for (const file of paths.flatMap((path) => filesIn(root, path)).filter(include)) {
    const content = contentOf(join(root, file));
    hash.update(`\0${file}\0${content === undefined ? 'missing' : content.length}\0`).update(content ?? '');
  }
  return hash.digest('hex');
}

/** A file itself, or the files in a folder, in an order that does not depend on the file system. */
function filesIn(root, path) {
  if (!statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(join(root, path), { recursive: true })
    .map((name) => posix.join(path, name.split(sep).join('/')))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort();
}

function contentOf(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
