import { parseArgs } from 'node:util';
import { readCount } from '../read-count.mjs';
import { SetupError } from '../../tools/setup/setup-error.mjs';
import { CASES } from './cases.mjs';

export const USAGE = `npm run bench:cluster [-- OPTIONS]
  --cases WORDS       only the cases whose names have these words
  --users COUNT       people who ask, each with two tabs (default: 30)
  --prompts COUNT     prompts of each, one after the other (default: 5)
  --rate COUNT        prompts of all of them in a second (default: 6)
  --pieces COUNT      pieces of text that only pass, of each prompt (default: 40)
  --sockets COUNT     sockets that do nothing (default: 500)
  --write             write the table to bench/cluster/RESULTS.md`;

/** Reads the command line. @throws {SetupError} where it can't be meant */
export function readOptions(args) {
  const { cases, write, help, ...counts } = parse(args);
  return {
    cases: CASES.filter(({ name }) => name.includes(cases)),
    amounts: Object.fromEntries(Object.entries(counts).map(([name, text]) => [name, readCount(name, text, USAGE)])),
    writesResults: write,
    wantsHelp: help,
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        cases: { type: 'string', default: '' },
        users: { type: 'string', default: '30' },
        prompts: { type: 'string', default: '5' },
        rate: { type: 'string', default: '6' },
        pieces: { type: 'string', default: '40' },
        sockets: { type: 'string', default: '500' },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new SetupError(`${error.message}\n${USAGE}`);
  }
}
