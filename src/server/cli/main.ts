import { parseArgs } from 'node:util';
import { runAdmin } from './admin.ts';
import { readConfiguration } from './configuration.ts';
import { helpText } from './help.ts';
import { runBackup, runRestore } from './backup.ts';
import { invite } from './invite.ts';
import { runMove } from './move.ts';
import { revoke } from './revoke.ts';
import { serve } from './serve.ts';
import { version } from './version.ts';

/** Runs what the arguments ask for. Rejects with lines for people where it can't. */
async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
      days: { type: 'string' },
      to: { type: 'string' },
    },
  });
  const [command = 'serve', ...operands] = positionals;
  if (values.help) return void process.stdout.write(helpText());
  if (values.version) return print(version());
  const configuration = readConfiguration(process.env);
  if (!configuration.ok) throw new Error(configuration.fault);
  switch (command) {
    case 'serve':
    case 'gateway':
    case 'worker':
      return serve(configuration.value, command);
    case 'revoke':
      return print(await revoke(configuration.value.settings, operands[0]));
    case 'admin':
      if (operands[0] === 'invite') return print(invite(configuration.value.settings, values.days));
      return print(await runAdmin(configuration.value.settings, operands));
    case 'backup':
      return print(await runBackup(configuration.value.settings, operands[0]));
    case 'move':
      return print(
        await runMove(configuration.value.settings, { to: values.to, environment: configuration.value.environment }),
      );
    case 'restore':
      return print(await runRestore(configuration.value.settings, operands[0]));
    default:
      throw new Error(`There is no command ${JSON.stringify(command)}: see --help.`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
