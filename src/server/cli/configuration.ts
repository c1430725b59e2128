import { type BotConfig, readBotConfig } from '../../bot/index.ts';
import {
  type ConfigFile,
  type ConfiguredEngines,
  readConfigFile,
  readEngineConfig,
  readVariableKey,
} from '../../engines/index.ts';
import type { Result } from '../../protocol/index.ts';
import { isSettingName } from './settings-schema.ts';
import { type Environment, readSettings, type Settings } from './settings.ts';

/** All that a gateway is started with. */
export interface Configuration {
  readonly settings: Settings;
  readonly engines: ConfiguredEngines;
  /** Undefined where no language model is named. */
  readonly bot: BotConfig | undefined;
  /** The configuration file, as it was named; undefined where there is none. */
  readonly file: string | undefined;
  /** Variables and what the file says in their place. It may have keys in it. */
  readonly environment: Environment;
}

/** What a file may say of the language model; its key has no place in it. */
const BOT_SETTINGS: readonly string[] = ['TEXT_MODEL', 'TEXT_URL', 'TEXT_KEY_FILE'];

/**
 * Reads the configuration file and the variables, which come first, once. The fault has a line for everything that is
 * wrong in any of them, and no key.
 */
export function readConfiguration(variables: Environment): Result<Configuration, string> {
  const file = readConfigFile(variables);
  const { environment, faults } = withFile(variables, file.ok ? file.value : undefined);
  const settings = readSettings(environment);
  const engines = readEngineConfig(environment, file);
  const bot = readBotConfig(environment, readVariableKey(environment, 'TEXT_KEY'));
  if (faults.length === 0 && settings.ok && engines.ok && bot.ok) {
    const name = file.ok ? file.value?.name : undefined;
    const read = { settings: settings.value, engines: engines.value, bot: bot.value };
    return { ok: true, value: { ...read, file: name, environment } };
  }
  const lines = [...faults, ...[settings, engines, bot].flatMap((each) => (each.ok ? [] : each.fault))];
  return { ok: false, fault: lines.join('\n') };
}

/** Puts what the file says where no variable says anything. */
function withFile(
  variables: Environment,
  file: ConfigFile | undefined,
): { readonly environment: Environment; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const environment: Record<string, string | undefined> = { ...variables };
  for (const [name, value] of Object.entries(file?.settings ?? {})) {
    if (!isSettingName(name) && !BOT_SETTINGS.includes(name)) {
      faults.push(`${file?.name}: settings: there is no setting ${JSON.stringify(name)}: see --help.`);
    } else if (!variables[name]?.trim()) {
      environment[name] = String(value);
    }
  }
  return { environment, faults };
}
