import { isIP } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { isUuid } from '../../protocol/index.ts';
import { addressKey } from '../limits/address-key.ts';
import { codeKey } from '../limits/code-key.ts';
import { hashedCode } from '../observe/hashed-code.ts';
import type { OperatorAction } from '../storage/operator-requests.ts';
import { type OperatorData, openOperatorData } from './operator-data.ts';
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
export async function runAdmin(
  settings: Pick<Settings, 'dataFolder' | 'databaseUrl'>,
  operands: readonly string[],
): Promise<string> {
  const [command, subject] = operands;
  const data = await openOperatorData(settings);
  try {
    switch (command) {
      case 'jobs':
        return await openJobs(data);
      case 'usage':
        return await usage(data);
      case 'cancel':
        return await ask(data, 'cancel-job', await openJob(data, subject));
      case 'delete-code':
        if (!isUuid(subject)) throw new Error('Which user code? Run: ask-kitten admin delete-code CODE');
        return await ask(data, 'delete-code', codeKey(subject));
      case 'pause':
      case 'resume':
        return await ask(data, command, '');
      case 'block':
      case 'unblock':
        return await ask(data, command, addressOf(command, subject));
      default:
        throw new Error(USAGE);
    }
  } finally {
    await data.close();
  }
}

/** Prompts are nobody's business but their author's, and codes are as the log has them. */
async function openJobs(data: OperatorData): Promise<string> {
  const jobs = await data.openJobs();
  const lines = jobs.map(({ id, code, address, prompt }) =>
    [id, prompt.options?.engine ?? '', `code ${hashedCode(code)}`, `from ${address || 'unknown'}`].join('  '),
  );
  return [`${jobs.length} open`, ...lines].join('\n');
}

async function usage(data: OperatorData): Promise<string> {
  const days = await data.usageByDay();
  const lines = days.map(({ day, codes, messages, jobs }) => [day, codes, messages, jobs].join('\t'));
  return ['day\tcodes\tmessages\tjobs', ...lines].join('\n');
}

function addressOf(command: string, text = ''): string {
  if (isIP(text.replace(/\/64$/, '')) === 0) throw new Error(`Which address? Run: ask-kitten admin ${command} ADDRESS`);
  return addressKey(text.replace(/\/64$/, ''));
}

async function openJob(data: OperatorData, id = ''): Promise<string> {
  if ((await data.openJobs()).every((job) => job.id !== id))
    throw new Error(`There is no open job ${JSON.stringify(id)}: see ask-kitten admin jobs.`);
  return id;
}

async function ask({ requests }: OperatorData, action: OperatorAction, subject: string): Promise<string> {
  const place = await requests.add(action, subject);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await delay(POLL_MS)) {
    if (!(await requests.isPending(place))) return 'Done.';
  }
  return 'It is stored, and is done as soon as the gateway can: no later than a moment after its next start.';
}
