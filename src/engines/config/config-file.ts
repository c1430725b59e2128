import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import type { Result } from '../../protocol/index.ts';
import { atHome } from './at-home.ts';
import { CONFIG_FILE } from './engine-config.ts';
import { faultLines } from './fault-lines.ts';
import { readJson } from './read-json.ts';
import type { Environment } from './read-key.ts';

/** Where the configuration is looked for when no variable says where. */
const DEFAULT_FILE = 'ask-kitten.json';

/** A configuration file that has been read. */
export interface ConfigFile extends z.infer<typeof CONFIG_FILE> {
  /** As it was named. */
  readonly name: string;
  /** The folder that relative paths in it begin at. */
  readonly folder: string;
}

/**
 * Reads the file that `CONFIG_FILE` names, else `ask-kitten.json` where there is one; undefined where there is none. The
 * fault has a line for everything that is wrong.
 */
export function readConfigFile(environment: Environment): Result<ConfigFile | undefined, string> {
  const named = environment['CONFIG_FILE']?.trim() || undefined;
  const name = named ?? DEFAULT_FILE;
  const path = atHome(name);
  const content = readJson(path);
  if (content === undefined) {
    if (named === undefined) return { ok: true, value: undefined };
    return { ok: false, fault: `${name} can’t be read: there is no such file: see CONFIG_FILE.` };
  }
  if (!content.ok) return { ok: false, fault: `${name} ${content.fault}.` };
  const parsed = CONFIG_FILE.safeParse(content.value);
  if (!parsed.success) return { ok: false, fault: faultLines(parsed.error, `${name}: `).join('\n') };
  return { ok: true, value: { ...parsed.data, name, folder: dirname(resolve(path)) } };
}
