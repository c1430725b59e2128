import { isUuid } from '../../protocol/index.ts';
import { codeKey } from '../limits/code-key.ts';
import { openOperatorData } from './operator-data.ts';
import type { Settings } from './settings.ts';

/**
 * Revokes a user code in the data of a gateway, which may be running; resolves with the line to print. Rejects
 * with a line for people where there is no such code, or no data.
 */
export async function revoke(
  settings: Pick<Settings, 'dataFolder' | 'databaseUrl'>,
  code: string | undefined,
): Promise<string> {
  if (!isUuid(code)) throw new Error('Which user code? Run: ask-kitten revoke CODE');
  const data = await openOperatorData(settings);
  try {
    await data.revoke(codeKey(code));
  } finally {
    await data.close();
  }
  return 'The code is no longer valid.';
}
