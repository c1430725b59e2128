import type { z } from 'zod';
import type { Result } from '../../protocol/index.ts';
import type { LogLevel } from '../http/logging.ts';
import type { MetricsAddress } from '../http/metrics-server.ts';
import type { Retention } from '../ports/index.ts';
import type { AccessOptions } from '../access/admission.ts';
import type { MediaAccess } from '../access/media-guard.ts';
import type { MediaPlace } from '../media-stores/media-url.ts';
import { ACCESS_SETTINGS, readAccess } from './access-settings.ts';
import { type LimitSettings, limitsOf } from './limit-settings.ts';
import {
  isSecretSetting,
  SETTING_NAMES,
  type SettingName,
  SETTINGS_SCHEMA,
  type SettingValues,
} from './settings-schema.ts';

/** What an operator decides about a gateway. */
export interface Settings extends LimitSettings {
  readonly host: string;
  readonly port: number;
  /** Where the gateway is on its origin, with a slash at both ends. */
  readonly basePath: string;
  readonly dataFolder: string;
  /** Where media are; undefined where they are in the data folder. */
  readonly mediaPlace: MediaPlace | undefined;
  /** The database that many gateways share; undefined where the folder has everything. */
  readonly databaseUrl: string | undefined;
  readonly appFolder: string;
  readonly allowedOrigins: readonly string[];
  /** Names under which it may be reached besides this machine's, without ports; `*` for any. */
  readonly allowedHosts: readonly string[];
  /** Who may use it; undefined where everybody may who reaches it. */
  readonly access: AccessOptions | undefined;
  /** Who may have media; undefined where that follows from `access`. */
  readonly mediaAccess: MediaAccess | undefined;
  /** How long a link to a medium is good. */
  readonly mediaLinkLastsMs: number;
  readonly logLevel: LogLevel;
  readonly retention: Retention;
  /** How long a socket may be silent before either end asks for a sign of life. */
  readonly heartbeatMs: number;
  /** By how much longer a client waits at most, by chance, before it comes back. */
  readonly reconnectJitterMs: number;
  /** How long a worker that is not heard of keeps its jobs. */
  readonly leaseMs: number;
  /** Over how long a gateway that stops ends its sockets, where clients find another one. */
  readonly drainMs: number;
  /** Addresses and ranges of proxies in front of the gateway. */
  readonly trustedProxies: readonly string[];
  /** Where `/metrics` is read; undefined where it is not. */
  readonly metrics: MetricsAddress | undefined;
}

/** Variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Reads the variables; an empty one counts as absent. The fault has a line for each that is wrong. */
export function readSettings(environment: Environment): Result<Settings, string> {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, environment[name]?.trim() || undefined]));
  const { error } = SETTINGS_SCHEMA.safeParse(given, { reportInput: true });
  const issues = error?.issues ?? [];
  const wrong = new Set(issues.map(({ path }) => String(path[0])));
  // What can be read of the others tells what is wrong with them together.
  const values = SETTINGS_SCHEMA.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
  const access = readAccess(values);
  const faults = [
    ...issues.map(faultLine),
    ...(isAnyOf(wrong, ['PORT', 'METRICS_PORT']) ? [] : portFaults(values)),
    ...(access.ok || isAnyOf(wrong, ACCESS_SETTINGS) ? [] : [access.fault]),
  ];
  if (access.ok && faults.length === 0) return { ok: true, value: toSettings(values, access.value) };
  return { ok: false, fault: faults.join('\n') };
}

function isAnyOf(wrong: ReadonlySet<string>, names: readonly SettingName[]): boolean {
  return names.some((name) => wrong.has(name));
}

function portFaults({ PORT, METRICS_PORT }: SettingValues): readonly string[] {
  if (METRICS_PORT !== PORT || PORT === 0) return [];
  return [`METRICS_PORT is ${METRICS_PORT}, and has to be another one than PORT.`];
}

function toSettings(values: SettingValues, access: AccessOptions | undefined): Settings {
  return {
    host: values.HOST,
    port: values.PORT,
    basePath: values.BASE_PATH,
    dataFolder: values.DATA_DIR,
    mediaPlace: values.MEDIA_URL,
    databaseUrl: values.DATABASE_URL,
    appFolder: values.APP_DIR,
    allowedOrigins: values.ALLOWED_ORIGINS,
    allowedHosts: values.ALLOWED_HOSTS,
    access,
    mediaAccess: values.MEDIA_ACCESS,
    mediaLinkLastsMs: values.MEDIA_LINK_DAYS * DAY_MS,
    logLevel: values.LOG_LEVEL,
    retention: { messagesPerCode: values.RETENTION_MESSAGES, maxAgeMs: values.RETENTION_DAYS * DAY_MS },
    heartbeatMs: values.HEARTBEAT_MS,
    reconnectJitterMs: values.RECONNECT_JITTER_MS,
    leaseMs: values.WORKER_TIMEOUT_SECONDS * 1_000,
    drainMs: values.DRAIN_SECONDS * 1_000,
    trustedProxies: values.TRUST_PROXY,
    metrics: values.METRICS_PORT === undefined ? undefined : { host: values.METRICS_HOST, port: values.METRICS_PORT },
    ...limitsOf(values),
  };
}

function faultLine({ path, input, message }: z.core.$ZodIssue): string {
  const name = String(path[0]);
  // An address may have a key in it where none belongs.
  const shown = isSecretSetting(name) ? 'wrong' : JSON.stringify(input).replace(/\/\/[^/@"]*@/, '//…@');
  return `${name} is ${shown}, and ${message}.`;
}
