import { existsSync } from 'node:fs';
import { accessKeyPath, openAccessKey } from '../access/access-key.ts';
import { Passes } from '../access/passes.ts';
import { ANY_HOST } from '../http/allowed-hosts.ts';
import type { Settings } from './settings.ts';
import { openAddress } from './start-up.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const DEFAULT_DAYS = 7;
const MOST_DAYS = 3_650;

/**
 * Makes a pass for somebody else; returns the lines to print. The gateway need not run, nor be told.
 * Throws a line for people where the days are none, or the gateway has never been started.
 */
export function invite(settings: Settings, days = String(DEFAULT_DAYS)): string {
  if (!/^[1-9]\d{0,3}$/.test(days) || Number(days) > MOST_DAYS)
    throw new Error(`--days is ${JSON.stringify(days)}, and has to be a whole number from 1 to ${MOST_DAYS}.`);
  // Not made here: who runs this may be another user than the gateway's, which could not read it then.
  if (!existsSync(accessKeyPath(settings.dataFolder)))
    throw new Error(
      `There is no key in ${settings.dataFolder}: choose the data with DATA_DIR, and start the gateway once.`,
    );
  const { value, endsAt } = new Passes(openAccessKey(settings.dataFolder)).issue(Number(days) * DAY_MS);
  return [
    `${pageAddress(settings)}#pass=${value}`,
    `Whoever has this link comes in until ${new Date(endsAt).toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
  ].join('\n');
}

/** Where people open the page: by the first name that it has, which a proxy with TLS leads to. */
function pageAddress(settings: Settings): string {
  const { allowedHosts, basePath } = settings;
  const name = allowedHosts.find((each) => each !== ANY_HOST);
  return name === undefined ? new URL(openAddress(settings)).href : `https://${name}${basePath}`;
}
