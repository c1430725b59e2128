import { MAX_WAIT_MS } from '../../protocol/index.ts';
import type { WebSocketConfig } from './config.ts';

/** What was wrong with one entry of a configuration. */
export interface ConfigFault {
  readonly name: string;
  /** What is wrong, and what is used instead. */
  readonly reason: string;
}

/** A configuration as it can be used, and what was wrong with it. */
export interface CheckedConfig {
  readonly config: Partial<WebSocketConfig>;
  readonly faults: readonly ConfigFault[];
}

/** Returns the value that is used for one that is given: itself, the nearest that can be meant, or undefined for none. */
type Check = (given: unknown) => unknown;

/** The least time in which anything can be answered, in milliseconds. */
const LEAST = 100;

/**
 * Where 0 is meant as *no limit*, every socket would be over before it is open, or be tried without a pause: it becomes the
 * least that can be meant.
 */
const wait = numberIn(0, MAX_WAIT_MS);
const deadline = numberIn(LEAST, MAX_WAIT_MS);
const attempts = numberIn(0, Infinity);

/** What each entry may be. */
const CHECKS: Readonly<Record<keyof WebSocketConfig, Check>> = {
  baseUrl: filled,
  url: orFunction(filled),
  queryNames: (given) => (isQueryNames(given) ? given : undefined),
  protocols: listOfTexts,
  maxReconnectAttempts: (given) => {
    const number = attempts(given);
    return typeof number === 'number' ? Math.floor(number) : undefined;
  },
  reconnectTimeout: orFunction(wait),
  connectTimeout: deadline,
  greetingTimeout: wait,
  slowReconnectTimeout: deadline,
  stableAfter: wait,
  heartbeatInterval: deadline,
  heartbeatTimeout: deadline,
  reconnectJitter: numberIn(0, 10),
  storagePrefix: filled,
  keepAlives: listOfTexts,
};

/**
 * Checks a configuration entry by entry: a wrong one costs only itself. A number that is out of range becomes the
 * nearest in it; what is nothing of the kind is left to the default.
 */
export function checkConfig(values: Readonly<Record<string, unknown>>): CheckedConfig {
  const config: Record<string, unknown> = {};
  const faults: ConfigFault[] = [];
  for (const [name, given] of Object.entries(values)) {
    if (given === undefined) continue;
    const check = isEntry(name) ? CHECKS[name] : undefined;
    const value = check?.(given);
    if (value !== undefined) config[name] = value;
    if (value === given) continue;
    const wrong = check === undefined ? 'is not known' : `can't be ${shown(given)}`;
    faults.push({ name, reason: `${wrong}; ${value === undefined ? 'it is ignored' : `${shown(value)} is used`}` });
  }
  return { config, faults };
}

/** Whether an entry of a configuration is called so. */
export function isEntry(name: string): name is keyof WebSocketConfig {
  return Object.hasOwn(CHECKS, name);
}

/** Whether a value is a text with something in it. */
export function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function numberIn(least: number, most: number): Check {
  return (given) =>
    typeof given === 'number' && !Number.isNaN(given) ? Math.min(Math.max(given, least), most) : undefined;
}

function orFunction(check: Check): Check {
  return (given) => (typeof given === 'function' ? given : check(given));
}

function filled(given: unknown): unknown {
  return isFilled(given) ? given : undefined;
}

function listOfTexts(given: unknown): unknown {
  return Array.isArray(given) && given.every((item) => typeof item === 'string') ? given : undefined;
}

function isQueryNames(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['code', 'after', 'epoch'].every((name) => {
    const given: unknown = Reflect.get(value, name);
    return given === null || isFilled(given);
  });
}
