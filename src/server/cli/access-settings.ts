import { readFileSync } from 'node:fs';
import type { Result } from '../../protocol/index.ts';
import type { AccessOptions } from '../access/admission.ts';
import type { SettingValues } from './settings-schema.ts';

/** The settings that say together who may use the gateway. */
export const ACCESS_SETTINGS = ['ACCESS', 'ACCESS_DAYS', 'ACCESS_PASSWORD', 'ACCESS_PASSWORD_FILE'] as const;

type AccessValues = Pick<SettingValues, (typeof ACCESS_SETTINGS)[number]>;

const DAY_MS = 24 * 60 * 60 * 1_000;
/** What is shorter is guessed, even at a try every ten seconds. */
const SHORTEST = 8;

/** Who may use the gateway; undefined where everybody may. The fault is a line, and never has the password in it. */
export function readAccess(values: AccessValues): Result<AccessOptions | undefined, string> {
  const { ACCESS: access, ACCESS_PASSWORD: given, ACCESS_PASSWORD_FILE: path } = values;
  if (access === 'open') {
    if (given === undefined && path === undefined) return { ok: true, value: undefined };
    return fault('There is a password, and nothing asks for it: set ACCESS=password.');
  }
  if (given !== undefined && path !== undefined) return fault('Set ACCESS_PASSWORD or ACCESS_PASSWORD_FILE, not both.');
  const password = path === undefined ? given : firstLine(path);
  if (password === undefined && path !== undefined)
    return fault(`ACCESS_PASSWORD_FILE names ${path}, which can't be read.`);
  if (password === undefined)
    return fault('ACCESS is "password", and there is none: set ACCESS_PASSWORD or ACCESS_PASSWORD_FILE.');
  if ([...password].length < SHORTEST) return fault(`The password has to have ${SHORTEST} characters or more.`);
  return { ok: true, value: { password, passLastsMs: values.ACCESS_DAYS * DAY_MS } };
}

/** Editors end a file with a line break, which is no part of a password. */
function firstLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/, 1).join();
  } catch {
    return undefined;
  }
}

function fault(line: string): Result<never, string> {
  return { ok: false, fault: line };
}
