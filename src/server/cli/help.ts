import { SETTING_NAMES, SETTINGS_SCHEMA } from './settings-schema.ts';

const HEAD = `Usage: ask-kitten [serve]           starts the gateway, and prints the address to open
       ask-kitten gateway           one gateway of several, which only takes prompts in (DATABASE_URL)
       ask-kitten worker            one worker of several, which makes what gateways take in (DATABASE_URL)
       ask-kitten backup [FOLDER]   copies the data, also while the gateway runs
       ask-kitten restore FOLDER    puts a copy in the place of the data, which are kept beside it
       ask-kitten move --to URL     moves the data to PostgreSQL, and goes on where it stopped
       ask-kitten revoke CODE       ends the validity of a user code
       ask-kitten admin jobs        lists the jobs that wait or run
       ask-kitten admin cancel JOB  cancels one of them
       ask-kitten admin delete-code CODE   deletes all that a user code has stored
       ask-kitten admin usage       sums up each day that is stored
       ask-kitten admin pause | resume     takes no prompts for a while; takes them again
       ask-kitten admin block | unblock ADDRESS   takes nothing of an address; takes it again
       ask-kitten admin invite [--days N]  makes a link that lets somebody in for so many days [7]
       ask-kitten --help            this
       ask-kitten --version         the version

Settings are variables; those of a file (CONFIG_FILE, or ask-kitten.json where there is one) stand under "settings" by
the same names. What is in brackets is the default.`;

const FOOT = `Engines: ENGINE, or ENGINE_KIND, ENGINE_MODEL, ENGINE_URL, ENGINE_KEY or ENGINE_KEY_FILE, or "engines" in the
file: docs/engines.md.
A language model before them: TEXT_MODEL, TEXT_URL, TEXT_KEY or TEXT_KEY_FILE: src/bot/README.md.`;

const NAME_WIDTH = 30;

/** What `--help` prints. */
export function helpText(): string {
  const settings = SETTING_NAMES.map((name) => {
    const schema = SETTINGS_SCHEMA.shape[name];
    const value = schema.parse(undefined);
    const fallback = value === undefined || typeof value === 'object' || value === '' ? '' : ` [${value}]`;
    return `  ${name.padEnd(NAME_WIDTH)}${schema.description}${fallback}`;
  });
  return [HEAD, '', ...settings, '', FOOT, ''].join('\n');
}
