import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Does some work only where its inputs have changed since it was last done to the end.
 * @param {object} options
 * @param {string} options.stamp the file that remembers for which state it was done
 * @param {string} options.state what the work depends on, for example a fingerprint
 * @param {() => boolean} options.isThere whether what the work made is still there
 * @param {() => Promise<void>} options.work rejects where it could not be done
 */
export async function oncePerState({ stamp, state, isThere, work }) {
  if (isDone({ stamp, state, isThere })) return;
  // A work that is broken off must not look done.
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

/**
 * Whether the work was done for this state, and what it made is still there.
 * @param {{ stamp: string, state: string, isThere: () => boolean }} options as those of {@link oncePerState}
 */
export function isDone({ stamp, state, isThere }) {
  return readStamp(stamp) === state && isThere();
}

function readStamp(stamp) {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}
