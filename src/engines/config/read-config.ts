import { dirname, resolve } from 'node:path';
import type { Result } from '../../protocol/index.ts';
import { ENGINE_NAMES, type EngineName } from '../built-in-engines.ts';
import { CONFIG_FILE, ENGINE_CONFIG, type EngineConfig } from './engine-config.ts';
import { faultLines, variableFaultLines } from './fault-lines.ts';
import { readJson } from './read-json.ts';
import { type Environment, readKey } from './read-key.ts';

/** An engine as it is configured, with its id, and with the key that its configuration only names. */
export interface ConfiguredEngine {
  readonly id: string;
  readonly config: EngineConfig;
  /** Absent where none is named. */
  readonly key: string | undefined;
  /** The folder that relative paths in it begin at. */
  readonly folder: string;
}

/** Every engine of a gateway, the default first. */
export type ConfiguredEngines = readonly [ConfiguredEngine, ...ConfiguredEngine[]];

/** Where the configuration is looked for when no variable says where. */
const DEFAULT_FILE = 'ask-kitten.json';

/**
 * Reads which engines there are: from the file that `CONFIG_FILE` names; else from `ENGINE_KIND` and its companions; else
 * `ENGINE`; else from `ask-kitten.json`, where there is one; else the built-in one. The fault has a line for everything
 * that is wrong, and no key in it.
 */
export function readEngineConfig(environment: Environment): Result<ConfiguredEngines, string> {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const [file, kind, name] = ['CONFIG_FILE', 'ENGINE_KIND', 'ENGINE'].map(read);
  const named = Object.entries({ CONFIG_FILE: file, ENGINE_KIND: kind, ENGINE: name }).filter(([, value]) => value);
  if (named.length > 1) {
    return fault([`${named.map(([variable]) => variable).join(' and ')} are set: each says which engines there are.`]);
  }
  if (kind !== undefined) return fromVariables(kind, environment);
  const idle = ['ENGINE_MODEL', 'ENGINE_URL', 'ENGINE_WORKFLOW'].filter((variable) => read(variable) !== undefined);
  if (idle.length > 0) return fault(idle.map((variable) => `${variable} is set, and ENGINE_KIND is not: set both.`));
  if (name !== undefined) return fromName(name);
  return fromFile(file, environment);
}

function fromName(name: string): Result<ConfiguredEngines, string> {
  const kind = ENGINE_NAMES.find((known) => known === name);
  if (kind === undefined) {
    return fault([`ENGINE is ${JSON.stringify(name)}, and has to be one of ${ENGINE_NAMES.join(', ')}.`]);
  }
  return { ok: true, value: [builtIn(kind)] };
}

function builtIn(kind: EngineName): ConfiguredEngine {
  return { id: kind, config: { kind }, key: undefined, folder: '.' };
}

function fromVariables(kind: string, environment: Environment): Result<ConfiguredEngines, string> {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const urls = read('ENGINE_URL')
    ?.split(',')
    .flatMap((url) => url.trim() || []);
  const config = {
    kind,
    ...(read('ENGINE_MODEL') !== undefined && { model: read('ENGINE_MODEL') }),
    ...(urls !== undefined && { url: urls.length === 1 ? urls[0] : urls }),
    ...(read('ENGINE_WORKFLOW') !== undefined && { workflow: read('ENGINE_WORKFLOW') }),
    ...(read('ENGINE_KEY') !== undefined && { keyEnv: 'ENGINE_KEY' }),
  };
  const parsed = ENGINE_CONFIG.safeParse(config);
  if (!parsed.success) return fault(variableFaultLines(parsed.error, kind));
  return completed([parsed.data], environment, '.', 'ENGINE_KIND');
}

function fromFile(named: string | undefined, environment: Environment): Result<ConfiguredEngines, string> {
  const file = named ?? DEFAULT_FILE;
  const content = readJson(file);
  if (content === undefined) {
    if (named === undefined) return { ok: true, value: [builtIn('storyboard')] };
    return fault([`${file} can’t be read: there is no such file: see CONFIG_FILE.`]);
  }
  if (!content.ok) return fault([`${file} ${content.fault}.`]);
  const parsed = CONFIG_FILE.safeParse(content.value);
  if (!parsed.success) return fault(faultLines(parsed.error, `${file}: `));
  return completed(parsed.data.engines, environment, dirname(resolve(file)), file);
}

/** Gives each engine its id and its key. */
function completed(
  configs: readonly EngineConfig[],
  environment: Environment,
  folder: string,
  source: string,
): Result<ConfiguredEngines, string> {
  const faults: string[] = [];
  const engines = configs.map((config, index): ConfiguredEngine => {
    const key = 'keyEnv' in config || 'keyFile' in config ? readKey(config, environment, folder) : undefined;
    if (key?.ok === false) faults.push(`${source}: engines[${index}].${key.fault}`);
    return { id: config.id ?? config.kind, config, key: key?.ok === true ? key.value : undefined, folder };
  });
  const ids = engines.map(({ id }) => id);
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index))) {
    faults.push(`${source}: two engines have the id "${id}": give each an id of its own.`);
  }
  const [first, ...others] = engines;
  if (faults.length > 0 || first === undefined) return fault(faults);
  return { ok: true, value: [first, ...others] };
}

function fault(lines: readonly string[]): Result<never, string> {
  return { ok: false, fault: lines.join('\n') };
}
