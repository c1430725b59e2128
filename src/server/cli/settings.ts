import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_PORT, type Result } from '../../protocol/index.ts';
import type { Retention } from '../storage/sqlite-event-log.ts';
import { LOG_LEVELS, type LogLevel } from '../http/logging.ts';
import { ANY_HOST } from '../http/allowed-hosts.ts';
import { ANY_ORIGIN } from '../http/origin.ts';

/** What an operator decides about a gateway. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly appFolder: string;
  readonly allowedOrigins: readonly string[];
  /** Names under which it may be reached besides this machine's, without ports; `*` for any. */
  readonly allowedHosts: readonly string[];
  readonly logLevel: LogLevel;
  readonly retention: Retention;
  /** How long a socket may be silent before either end asks for a sign of life. */
  readonly heartbeatMs: number;
  /** By how much longer a client waits at most, by chance, before it comes back. */
  readonly reconnectJitterMs: number;
  /** Addresses and ranges of proxies in front of the gateway. */
  readonly trustedProxies: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const MAX_PORT = 65_535;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Reads environment variables; an empty one counts as absent. The fault is a line for people. */
export function readSettings(environment: Environment): Result<Settings, string> {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const port = read('PORT') ?? String(DEFAULT_PORT);
  const logLevel = oneOf(LOG_LEVELS, read('LOG_LEVEL') ?? 'warn');
  const allowedOrigins = listOf(read('ALLOWED_ORIGINS'));
  const allowedHosts = listOf(read('ALLOWED_HOSTS'));
  const badHost = allowedHosts.find((host) => !isHostName(host));
  const trustedProxies = listOf(read('TRUST_PROXY'));
  const badProxy = trustedProxies.find((proxy) => !isProxy(proxy));
  const days = read('RETENTION_DAYS') ?? '30';
  const messages = read('RETENTION_MESSAGES') ?? '1000';
  const heartbeat = read('HEARTBEAT_MS') ?? '30000';
  const jitter = read('RECONNECT_JITTER_MS') ?? '2000';
  const badOrigin = allowedOrigins.find((origin) => !isOrigin(origin));
  if (!/^\d{1,5}$/.test(port) || Number(port) > MAX_PORT) {
    return fault('PORT', port, `a number from 0 to ${MAX_PORT}`);
  }
  if (logLevel === undefined) return fault('LOG_LEVEL', read('LOG_LEVEL'), `one of ${LOG_LEVELS.join(', ')}`);
  if (badOrigin !== undefined) return fault('ALLOWED_ORIGINS', badOrigin, 'like https://app.example, or *');
  if (badHost !== undefined) return fault('ALLOWED_HOSTS', badHost, 'a name like kitten.example without a port, or *');
  if (!isCount(days)) return fault('RETENTION_DAYS', days, 'a whole number from 1');
  if (!isCount(messages)) return fault('RETENTION_MESSAGES', messages, 'a whole number from 1');
  if (!isCount(heartbeat)) return fault('HEARTBEAT_MS', heartbeat, 'a whole number from 1');
  if (jitter !== '0' && !isCount(jitter)) return fault('RECONNECT_JITTER_MS', jitter, 'a whole number from 0');
  if (badProxy !== undefined) return fault('TRUST_PROXY', badProxy, 'an address, a range like 10.0.0.0/8, or loopback');
  return {
    ok: true,
    value: {
      // As in an address, an IPv6 host may stand in brackets.
      host: (read('HOST') ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1'),
      port: Number(port),
      dataFolder: atHome(read('DATA_DIR') ?? 'data'),
      appFolder: atHome(read('APP_DIR') ?? 'dist/ask-kitten/browser'),
      allowedOrigins,
      allowedHosts,
      logLevel,
      retention: { messagesPerCode: Number(messages), maxAgeMs: Number(days) * DAY_MS },
      heartbeatMs: Number(heartbeat),
      reconnectJitterMs: Number(jitter),
      trustedProxies,
    },
  };
}

/** A shell resolves `~`, but not in a file of settings or a unit of systemd. */
function atHome(path: string): string {
  return path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path;
}

function oneOf<Name extends string>(names: readonly Name[], value: string): Name | undefined {
  return names.find((name) => name === value);
}

function listOf(text = ''): readonly string[] {
  return text.split(',').flatMap((item) => item.trim() || []);
}

function isCount(text: string): boolean {
  return /^[1-9]\d{0,8}$/.test(text);
}

/** What Fastify takes: an address, a range of them, or a name for the ranges of one machine or one network. */
function isProxy(text: string): boolean {
  const [address = '', bits = '0', ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0) return ['loopback', 'linklocal', 'uniquelocal'].includes(text);
  return rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

/** Written as in an address, without scheme, port and path. */
function isHostName(text: string): boolean {
  return text === ANY_HOST || URL.parse(`http://${text}/`)?.hostname === text.toLowerCase();
}

/** Written as browsers write it: no path, no slash at the end. */
function isOrigin(text: string): boolean {
  return text === ANY_ORIGIN || URL.parse(text)?.origin === text;
}

function fault(name: string, value: string | undefined, wanted: string): Result<never, string> {
  return { ok: false, fault: `${name} is ${JSON.stringify(value)}, and has to be ${wanted}.` };
}
