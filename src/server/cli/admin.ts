import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { isUuid } from '../../protocol/index.ts';
import { addressKey } from '../limits/address-key.ts';
import { codeKey } from '../limits/code-key.ts';
import { hashedCode } from '../observe/hashed-code.ts';
import { databasePath } from '../storage/data-folder.ts';
import { addRequest, isPending, type OperatorAction } from '../storage/operator-requests.ts';
import { SqliteFile } from '../storage/sqlite-file.ts';
import { JobTable } from '../storage/sqlite-job-table.ts';
import { usageByDay } from './usage-report.ts';
import type { Settings } from './settings.ts';

const USAGE =
  'Run: ask-kitten admin jobs | cancel JOB | delete-code CODE | usage | invite [--days N] | pause | resume | block ADDRESS | unblock ADDRESS';
/** A gateway looks for requests every second, and a job that runs has to stop first. */
const PATIENCE_MS = 5_000;
const POLL_MS = 100;

/**
 * Looks at the data of a gateway, or asks something of it through them; it may be running. Resolves with the lines to print.
 * Rejects with a line for people where there is no such command, or no data.
 */
export async function runAdmin({ dataFolder }: Settings, operands: readonly string[]): Promise<string> {
  const [command, subject] = operands;
  const path = databasePath(dataFolder);
  if (!existsSync(path)) throw new Error(`There are no data at ${path}: choose them with DATA_DIR.`);
  const file = SqliteFile.open(path);
  try {
    switch (command) {
      case 'jobs':
        return openJobs(file);
      case 'usage':
        return usage(file);
      case 'cancel':
        return await ask(file, 'cancel-job', openJob(file, subject));
      case 'delete-code':
        if (!isUuid(subject)) throw new Error('Which user code? Run: ask-kitten admin delete-code CODE');
        return await ask(file, 'delete-code', codeKey(subject));
      case 'pause':
      case 'resume':
        return await ask(file, command, '');
      case 'block':
      case 'unblock':
        return await ask(file, command, addressOf(command, subject));
      default:
        throw new Error(USAGE);
    }
  } finally {
    file.close();
  }
}

/** Prompts are nobody's business but their author's, and codes are as the log has them. */
function openJobs(file: SqliteFile): string {
  const jobs = new JobTable(file).openJobs(0, Number.MAX_SAFE_INTEGER).map(({ job }) => job);
  const lines = jobs.map(({ id, code, address, prompt }) =>
    [id, prompt.options?.engine ?? '', `code ${hashedCode(code)}`, `from ${address || 'unknown'}`].join('  '),
  );
  return [`${jobs.length} open`, ...lines].join('\n');
}

function usage(file: SqliteFile): string {
  const lines = usageByDay(file).map(({ day, codes, messages, jobs }) => [day, codes, messages, jobs].join('\t'));
  return ['day\tcodes\tmessages\tjobs', ...lines].join('\n');
}

function addressOf(command: string, text = ''): string {
  if (isIP(text.replace(/\/64$/, '')) === 0) throw new Error(`Which address? Run: ask-kitten admin ${command} ADDRESS`);
  return addressKey(text.replace(/\/64$/, ''));
}

function openJob(file: SqliteFile, id = ''): string {
  if (new JobTable(file).findOpenById(id) === undefined)
    throw new Error(`There is no open job ${JSON.stringify(id)}: see ask-kitten admin jobs.`);
  return id;
}

async function ask(file: SqliteFile, action: OperatorAction, subject: string): Promise<string> {
  const place = addRequest(file, action, subject);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await delay(POLL_MS)) {
    if (!isPending(file, place)) return 'Done.';
  }
  return 'It is stored, and is done as soon as the gateway can: no later than a moment after its next start.';
}
