import { MAX_WAIT_MS } from '../../protocol/index.ts';
import { DEFAULT_CONFIG, type WebSocketConfig } from './config.ts';

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

/** The least time in which anything can be answered, in milliseconds. */
const LEAST = 100;

/**
 * The least and the most that each number may be. Where 0 is meant as *no limit*, every socket would be over before it is
 * open, or be tried without a pause.
 */
const RANGES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  maxReconnectAttempts: [0, Infinity],
  reconnectTimeout: [0, MAX_WAIT_MS],
  connectTimeout: [LEAST, MAX_WAIT_MS],
  greetingTimeout: [0, MAX_WAIT_MS],
  slowReconnectTimeout: [LEAST, MAX_WAIT_MS],
  stableAfter: [0, MAX_WAIT_MS],
  heartbeatInterval: [LEAST, MAX_WAIT_MS],
  heartbeatTimeout: [LEAST, MAX_WAIT_MS],
  reconnectJitter: [0, 10],
};

/** An entry that can be used, or what is wrong with it, or both where something near it is used. */
interface Checked {
  readonly value?: unknown;
  readonly fault?: string;
}

/**
 * Checks a configuration entry by entry: a wrong one costs only itself. A number that is out of range becomes the
 * nearest in it; what is nothing of the kind is left to the default.
 */
export function checkConfig(values: Readonly<Record<string, unknown>>): CheckedConfig {
  const config: Record<string, unknown> = {};
  const faults: ConfigFault[] = [];
  for (const [name, given] of Object.entries(values)) {
    if (given === undefined) continue;
    const range = RANGES[name];
    const isNumber = range !== undefined && !(name === 'reconnectTimeout' && typeof given === 'function');
    const { value, fault } = isNumber ? checkNumber(name, given, range) : checkOther(name, given);
    if (value !== undefined) config[name] = value;
    if (fault !== undefined) faults.push({ name, reason: fault });
  }
  return { config, faults };
}

function checkNumber(name: string, given: unknown, [least, most]: readonly [number, number]): Checked {
  if (typeof given !== 'number' || Number.isNaN(given)) return { fault: 'is no number; it is ignored' };
  const inRange = Math.min(Math.max(given, least), most);
  const value = name === 'maxReconnectAttempts' ? Math.floor(inRange) : inRange;
  return value === given ? { value } : { value, fault: `can't be ${given}; ${value} is used` };
}

function checkOther(name: string, value: unknown): Checked {
  const fault = name in DEFAULT_CONFIG ? faultOf(name as keyof WebSocketConfig, value) : 'is not known';
  return fault === undefined ? { value } : { fault: `${fault}; it is ignored` };
}

function faultOf(name: keyof WebSocketConfig, value: unknown): string | undefined {
  switch (name) {
    case 'baseUrl':
      return isFilled(value) ? undefined : 'is no address';
    case 'reconnectTimeout':
      return undefined;
    case 'storagePrefix':
      return isFilled(value) ? undefined : 'is no name';
    case 'url':
      return typeof value === 'function' || isFilled(value) ? undefined : 'is no address';
    case 'queryNames':
      return isQueryNames(value) ? undefined : 'has no "code", "after" and "epoch", each a name or null';
    default:
      return isListOfTexts(value) ? undefined : 'is no list of texts';
  }
}

/** Whether a value is a text with something in it. */
export function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isQueryNames(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['code', 'after', 'epoch'].every((name) => {
    const given: unknown = Reflect.get(value, name);
    return given === null || isFilled(given);
  });
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
