import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Result } from '../../protocol/index.ts';
import { atHome } from './at-home.ts';
import type { EngineConfig } from './engine-config.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A key, undefined where none is named; or what is wrong with it, in a line that has no part of it. */
export type Key = Result<string | undefined, string>;

/** Reads the key that the configuration of an engine names. */
export function readKey(config: EngineConfig, environment: Environment, folder: string): Key {
  const keyEnv = 'keyEnv' in config ? config.keyEnv : undefined;
  const keyFile = 'keyFile' in config ? config.keyFile : undefined;
  if (keyEnv !== undefined && keyFile !== undefined) {
    return { ok: false, fault: 'keyEnv and keyFile are both there: leave one of them out.' };
  }
  if (keyFile !== undefined) return named(`keyFile ${keyFile}`, keyIn(resolve(folder, atHome(keyFile))));
  if (keyEnv === undefined) return { ok: true, value: undefined };
  const key = environment[keyEnv]?.trim() || undefined;
  return key === undefined
    ? { ok: false, fault: `keyEnv names ${keyEnv}, and that variable is not set.` }
    : named(`keyEnv names ${keyEnv}, whose value`, sendable(key));
}

/**
 * Reads a key that a variable holds, or a file that another one names.
 * @param variable as `ENGINE_KEY`; `ENGINE_KEY_FILE` is the other one
 */
export function readVariableKey(environment: Environment, variable: string): Key {
  const ofFile = `${variable}_FILE`;
  const [key, file] = [variable, ofFile].map((name) => environment[name]?.trim() || undefined);
  if (key !== undefined && file !== undefined) {
    return { ok: false, fault: `${variable} and ${ofFile} are both set: leave one of them out.` };
  }
  if (file !== undefined) return named(`${ofFile} names ${file}, which`, keyIn(resolve(atHome(file))));
  return key === undefined ? { ok: true, value: undefined } : named(variable, sendable(key));
}

/** Says of whom the fault is. */
function named(subject: string, key: Key): Key {
  return key.ok ? key : { ok: false, fault: `${subject} ${key.fault}` };
}

function keyIn(path: string): Key {
  try {
    const key = readFileSync(path, 'utf8').trim();
    return key === '' ? { ok: false, fault: 'is empty.' } : sendable(key);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { ok: false, fault: `can’t be read${code === 'ENOENT' ? ': there is no such file' : ` (${code})`}.` };
  }
}

/** A key goes into a header: with other characters no request could be sent, and none says why. */
function sendable(key: string): Key {
  if (/^[\x21-\x7e]+$/.test(key)) return { ok: true, value: key };
  return { ok: false, fault: 'has characters that no key has: spaces, line ends, or others than ASCII.' };
}
