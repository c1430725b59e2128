import { parseArgs } from 'node:util';
import { SetupError } from '../setup/setup-error.mjs';

/** What follows `npm test --`, with the same words everywhere. */
const USAGE = 'npm test -- [--only <suite>]… [--all]';

/**
 * What `npm test` is asked for.
 * @param {readonly string[]} args
 * @returns {{ only: readonly string[], isEverything: boolean }}
 *   `only`: the keys of the suites to run; all of them where it is empty.
 *   `isEverything`: whether also what takes long is tested.
 * @throws {SetupError} where something else stands there
 */
export function readTestOptions(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: { type: 'string', multiple: true }, all: { type: 'boolean' } },
    });
    const only = (values.only ?? []).flatMap((keys) => keys.split(','));
    return { only, isEverything: values.all === true };
  } catch (error) {
    throw new SetupError(`${error.message.split('. ')[0]}. Usage: ${USAGE}`);
  }
}

/**
 * The suites that were chosen, in the order in which they run.
 * @template {{ key: string, isLong?: boolean }} Suite
 * @param {readonly Suite[]} suites
 * @param {{ only: readonly string[], isEverything?: boolean }} options as {@link readTestOptions} has read them; `only`:
 *   all of them where it is empty, the long ones where everything is asked for
 * @returns {readonly Suite[]}
 * @throws {SetupError} where there is no suite of a name
 */
export function chooseSuites(suites, { only, isEverything = false }) {
  const keys = suites.map(({ key }) => key);
  const unknown = only.find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    throw new SetupError(`There is no suite ${JSON.stringify(unknown)}. There are: ${keys.join(', ')}.`);
  }
  if (only.length > 0) return suites.filter(({ key }) => only.includes(key));
  return suites.filter(({ isLong }) => isEverything || isLong !== true);
}
