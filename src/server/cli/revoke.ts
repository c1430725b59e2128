import { existsSync } from 'node:fs';
import { isUuid } from '../../protocol/index.ts';
import { codeKey } from '../limits/code-key.ts';
import { databasePath } from '../storage/data-folder.ts';
import { SqliteFile } from '../storage/sqlite-file.ts';
import { revokeCode } from '../storage/sqlite-revocations.ts';
import { retryWhileBusy } from '../storage/retry-while-busy.ts';
import type { Settings } from './settings.ts';

/**
 * Revokes a user code in the data of a gateway, which may be running; resolves with the line to print. Rejects
 * with a line for people where there is no such code, or no data.
 */
export async function revoke({ dataFolder }: Settings, code: string | undefined): Promise<string> {
  if (!isUuid(code)) throw new Error('Which user code? Run: ask-kitten revoke CODE');
  const path = databasePath(dataFolder);
  if (!existsSync(path)) throw new Error(`There are no data at ${path}: choose them with DATA_DIR.`);
  const file = SqliteFile.open(path);
  try {
    await retryWhileBusy(() => revokeCode(file, codeKey(code)));
  } finally {
    file.close();
  }
  return 'The code is no longer valid.';
}
