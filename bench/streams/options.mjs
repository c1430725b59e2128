import { parseArgs } from 'node:util';
import { readCount } from '../read-count.mjs';
import { SetupError } from '../../tools/setup/setup-error.mjs';
import { CASES } from './clients.mjs';

/** What can be measured, in this order; a profile only where it is asked for, or where what is missed is to be explained. */
const EXPERIMENTS = ['clients', 'burst', 'size', 'memory', 'profile'];

export const USAGE = `npm run bench:streams [-- OPTIONS]
  --only NAME         clients, burst, size, memory or profile; several times for several (default: all; the profile only
                      where it is asked for, or written)
  --profile           the same as --only profile
  --cases WORDS       only the cases whose names have these words; the first case is always there
  --rounds COUNT      rounds of clients and burst (default: 5)
  --messages COUNT    messages of clients and profile (default: 20000)
  --burst COUNT       texts of a burst; several times for several (default: 10000 and 50000)
  --memory COUNT      messages of memory (default: 1000000)
  --network-events    with what Playwright and the network panel switch on, which doubles the cost of a bare frame
  --write             write the tables to bench/RESULTS.md: with all experiments that of the goals too`;

/** Reads the command line. @throws {SetupError} where it can't be meant */
export function readOptions(args) {
  const { only, profile, cases, rounds, messages, burst, memory, write, help, ...flags } = parse(args);
  const chosen = profile ? [...only, 'profile'] : only;
  const unknown = chosen.find((name) => !EXPERIMENTS.includes(name));
  if (unknown !== undefined) throw new SetupError(`--only ${unknown}: there is no such experiment.\n${USAGE}`);
  const isEverything = chosen.length === 0;
  return {
    experiments: isEverything ? EXPERIMENTS.filter((name) => name !== 'profile' || write) : chosen,
    isEverything,
    cases: CASES.filter(({ name }, index) => index === 0 || name.includes(cases)),
    rounds: readCount('rounds', rounds, USAGE),
    messages: readCount('messages', messages, USAGE),
    bursts: burst.map((each) => readCount('burst', each, USAGE)),
    memoryMessages: readCount('memory', memory, USAGE),
    hasNetworkEvents: flags['network-events'],
    writesResults: write,
    wantsHelp: help,
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        profile: { type: 'boolean', default: false },
        cases: { type: 'string', default: '' },
        rounds: { type: 'string', default: '5' },
        messages: { type: 'string', default: '20000' },
        burst: { type: 'string', multiple: true, default: ['10000', '50000'] },
        memory: { type: 'string', default: '1000000' },
        'network-events': { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new SetupError(`${error.message}\n${USAGE}`);
  }
}
