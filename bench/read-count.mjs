import { SetupError } from '../tools/setup/setup-error.mjs';

/**
 * The count that an option asks for. Throws a `SetupError` with the usage where it is none.
 * @param {string} name
 * @param {string} text
 * @param {string} usage
 */
export function readCount(name, text, usage) {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new SetupError(`--${name} ${text}: a count from 1 is needed.\n${usage}`);
  return count;
}
