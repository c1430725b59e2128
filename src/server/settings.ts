import { DEFAULT_PORT, type Result } from '../protocol/index.ts';
import { ENGINE_NAMES, type EngineName } from './engine-choice.ts';
import { LOG_LEVELS, type LogLevel } from './logging.ts';
import { ANY_ORIGIN } from './origin.ts';

/** What an operator decides about a gateway. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly appFolder: string;
  readonly engine: EngineName;
  readonly allowedOrigins: readonly string[];
  readonly logLevel: LogLevel;
}

type Environment = Readonly<Record<string, string | undefined>>;

const MAX_PORT = 65_535;

/** Reads environment variables; an empty one counts as absent. The fault is a line for people. */
export function readSettings(environment: Environment): Result<Settings, string> {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const port = read('PORT') ?? String(DEFAULT_PORT);
  const engine = oneOf(ENGINE_NAMES, read('ENGINE') ?? 'storyboard');
  const logLevel = oneOf(LOG_LEVELS, read('LOG_LEVEL') ?? 'warn');
  const allowedOrigins = (read('ALLOWED_ORIGINS') ?? '').split(',').flatMap((origin) => origin.trim() || []);
  const badOrigin = allowedOrigins.find((origin) => !isOrigin(origin));
  if (!/^\d{1,5}$/.test(port) || Number(port) > MAX_PORT) {
    return fault('PORT', port, `a number from 0 to ${MAX_PORT}`);
  }
  if (engine === undefined) return fault('ENGINE', read('ENGINE'), `one of ${ENGINE_NAMES.join(', ')}`);
  if (logLevel === undefined) return fault('LOG_LEVEL', read('LOG_LEVEL'), `one of ${LOG_LEVELS.join(', ')}`);
  if (badOrigin !== undefined) return fault('ALLOWED_ORIGINS', badOrigin, 'like https://app.example, or *');
  return {
    ok: true,
    value: {
      host: read('HOST') ?? '127.0.0.1',
      port: Number(port),
      dataFolder: read('DATA_DIR') ?? 'data',
      appFolder: read('APP_DIR') ?? 'dist/ask-kitten/browser',
      engine,
      allowedOrigins,
      logLevel,
    },
  };
}

function oneOf<Name extends string>(names: readonly Name[], value: string): Name | undefined {
  return names.find((name) => name === value);
}

/** Written as browsers write it: no path, no slash at the end. */
function isOrigin(text: string): boolean {
  return text === ANY_ORIGIN || URL.parse(text)?.origin === text;
}

function fault(name: string, value: string | undefined, wanted: string): Result<never, string> {
  return { ok: false, fault: `${name} is ${JSON.stringify(value)}, and has to be ${wanted}.` };
}
