import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Result } from '../../protocol/index.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the key that a configuration names. The fault has no part of it. */
export function readKey(
  { keyEnv, keyFile }: { readonly keyEnv?: string | undefined; readonly keyFile?: string | undefined },
  environment: Environment,
  folder: string,
): Result<string | undefined, string> {
  if (keyEnv !== undefined && keyFile !== undefined) {
    return { ok: false, fault: 'keyEnv and keyFile are both there: leave one of them out.' };
  }
  if (keyEnv !== undefined) {
    const key = environment[keyEnv]?.trim() || undefined;
    return key === undefined
      ? { ok: false, fault: `keyEnv names ${keyEnv}, and that variable is not set.` }
      : { ok: true, value: key };
  }
  if (keyFile === undefined) return { ok: true, value: undefined };
  try {
    const key = readFileSync(resolve(folder, keyFile), 'utf8').trim();
    return key === '' ? { ok: false, fault: `keyFile ${keyFile} is empty.` } : { ok: true, value: key };
  } catch {
    return { ok: false, fault: `keyFile ${keyFile} can’t be read.` };
  }
}
