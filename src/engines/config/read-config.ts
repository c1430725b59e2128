import type { Result } from '../../protocol/index.ts';
import { BUNDLED_ENGINE_NAMES, type BundledEngineName } from '../bundled-engines.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { ENGINE_CONFIG, type EngineConfig } from './engine-config.ts';
import { variableFaultLines } from './fault-lines.ts';
import { type Environment, type Key, readKey, readVariableKey } from './read-key.ts';

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

/**
 * Reads which engines there are: from the file that `CONFIG_FILE` names; else from `ENGINE_KIND` and its companions; else
 * `ENGINE`; else from `ask-kitten.json`, where there is one; else the built-in one. The fault has a line for everything
 * that is wrong, and no key in it.
 * @param file The configuration file, where it has been read already.
 */
export function readEngineConfig(
  environment: Environment,
  file: Result<ConfigFile | undefined, string> = readConfigFile(environment),
): Result<ConfiguredEngines, string> {
  if (!file.ok) return file;
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const [kind, name] = ['ENGINE_KIND', 'ENGINE'].map(read);
  const engines = file.value?.engines;
  const named = Object.entries({ CONFIG_FILE: engines && read('CONFIG_FILE'), ENGINE_KIND: kind, ENGINE: name });
  const given = named.flatMap(([variable, value]) => (value === undefined ? [] : variable));
  if (given.length > 1) return fault([`${given.join(' and ')} are set: each says which engines there are.`]);
  if (kind !== undefined) return fromVariables(kind, environment);
  // Not ENGINE_KEY: the file may name that variable, too.
  const companions = ['ENGINE_MODEL', 'ENGINE_URL', 'ENGINE_WORKFLOW', 'ENGINE_KEY_FILE'];
  const idle = companions.filter((variable) => read(variable) !== undefined);
  if (idle.length > 0) return fault(idle.map((variable) => `${variable} is set, and ENGINE_KIND is not: set both.`));
  if (name !== undefined) return fromName(name);
  if (file.value === undefined || engines === undefined) return { ok: true, value: [builtIn('storyboard')] };
  const { folder, name: source } = file.value;
  const keys = engines.map((engine, index): Key => {
    const key = readKey(engine, environment, folder);
    return key.ok ? key : { ok: false, fault: `${source}: engines[${index}].${key.fault}` };
  });
  return completed(engines, keys, folder, source);
}

function fromName(name: string): Result<ConfiguredEngines, string> {
  const kind = BUNDLED_ENGINE_NAMES.find((known) => known === name);
  if (kind === undefined) {
    return fault([`ENGINE is ${JSON.stringify(name)}, and has to be one of ${BUNDLED_ENGINE_NAMES.join(', ')}.`]);
  }
  return { ok: true, value: [builtIn(kind)] };
}

function builtIn(kind: BundledEngineName): ConfiguredEngine {
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
    ...(read('ENGINE_KEY_FILE') !== undefined && { keyFile: read('ENGINE_KEY_FILE') }),
  };
  const parsed = ENGINE_CONFIG.safeParse(config);
  if (!parsed.success) return fault(variableFaultLines(parsed.error, kind));
  return completed([parsed.data], [readVariableKey(environment, 'ENGINE_KEY')], '.', 'ENGINE_KIND');
}

/** Gives each engine its id and its key. */
function completed(
  configs: readonly EngineConfig[],
  keys: readonly Key[],
  folder: string,
  source: string,
): Result<ConfiguredEngines, string> {
  const faults = keys.flatMap((key) => (key.ok ? [] : key.fault));
  const engines = configs.map((config, index): ConfiguredEngine => {
    const key = keys[index];
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
