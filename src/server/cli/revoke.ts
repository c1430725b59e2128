import { existsSync } from 'node:fs';
import { isUuid } from '../../protocol/index.ts';
import { databasePath } from '../storage/data-folder.ts';
import { SqliteFile } from '../storage/sqlite-file.ts';
import { revokeCode } from '../storage/sqlite-revocations.ts';
import { readSettings } from './settings.ts';

/** Revokes a user code in the data of a gateway, which may be running; returns the line to print. */
function revoke(code: string | undefined): { readonly line: string; readonly exitCode: 0 | 1 } {
  const settings = readSettings(process.env);
  if (!settings.ok) return { line: settings.fault, exitCode: 1 };
  if (!isUuid(code)) return { line: 'Which user code? Run: npx node src/server/cli/revoke.ts CODE', exitCode: 1 };
  const path = databasePath(settings.value.dataFolder);
  if (!existsSync(path)) return { line: `There are no data at ${path}: choose them with DATA_DIR.`, exitCode: 1 };
  const file = SqliteFile.open(path);
  revokeCode(file, code);
  file.close();
  return { line: 'The code is no longer valid.', exitCode: 0 };
}

const { line, exitCode } = revoke(process.argv[2]);
(exitCode === 0 ? process.stdout : process.stderr).write(`${line}\n`);
process.exitCode = exitCode;
