import { z } from 'zod';
import { DEFAULT_PORT } from '../../protocol/index.ts';
import { LOG_LEVELS } from '../http/logging.ts';
import {
  basePath,
  count,
  countOrNone,
  countOrUnlimited,
  databaseUrl,
  folder,
  isHostName,
  isOrigin,
  isProxy,
  listeningHost,
  listOf,
  mediaPlaceOrNone,
  oneOf,
  oneOfOrNone,
  pathOrNone,
  port,
  portOrNone,
  seconds,
  textOrNone,
} from './setting-values.ts';

/** Every variable that an operator may set, as `--help` lists them. A new one goes here and into {@link Settings}. */
export const SETTINGS_SCHEMA = z.object({
  HOST: listeningHost('127.0.0.1').describe('address to listen at; 0.0.0.0 for every one of this machine'),
  PORT: port(DEFAULT_PORT).describe('port to listen at; 0 takes a free one'),
  BASE_PATH: basePath().describe('path at which it is on its host, like /kitten/; a proxy has to keep it'),
  DATA_DIR: folder('data').describe('folder for everything that is stored'),
  MEDIA_URL: mediaPlaceOrNone().describe(
    'where media are, if not in DATA_DIR: file:///shared/folder, or s3://bucket/prefix with the variables of AWS',
  ),
  DATABASE_URL: databaseUrl().describe(
    'PostgreSQL that many gateways share, like postgres://user:password@host/name; without it, DATA_DIR has all',
  ),
  APP_DIR: folder('dist/ask-kitten/browser').describe('folder of the built app'),
  ALLOWED_HOSTS: listOf(isHostName, 'a name like kitten.example without a port, or *').describe(
    "names under which it may be reached besides this machine's, with commas between; * for any",
  ),
  ALLOWED_ORIGINS: listOf(isOrigin, 'like https://app.example, or *').describe(
    'other origins whose pages may connect, with commas between; * for any',
  ),
  TRUST_PROXY: listOf(isProxy, 'an address, a range like 10.0.0.0/8, or loopback').describe(
    'proxies whose X-Forwarded-For is trusted, with commas between',
  ),
  ACCESS: oneOf(['open', 'password'], 'open').describe(
    'who may use it: open for everybody who reaches it, or password',
  ),
  ACCESS_PASSWORD: textOrNone().describe('the password that the page asks for, of 8 characters or more'),
  ACCESS_PASSWORD_FILE: pathOrNone().describe('file whose first line is the password, in the place of that'),
  ACCESS_DAYS: count(30).describe('days after which the page asks for the password again'),
  MEDIA_ACCESS: oneOfOrNone(['public', 'private']).describe(
    'who may have clips: public for everybody with the address, or private; private with a password',
  ),
  MEDIA_LINK_DAYS: count(7).describe('days that a link is good by which a private clip is shared'),
  RETENTION_DAYS: count(30).describe('how old messages may become, and ended jobs'),
  RETENTION_MESSAGES: count(1_000).describe('how many messages of one code are stored'),
  HEARTBEAT_MS: count(30_000).describe('silence after which either end asks for a sign of life'),
  RECONNECT_JITTER_MS: countOrNone(2_000).describe('how much longer clients wait at most, by chance, to come back'),
  WORKER_TIMEOUT_SECONDS: seconds(20, 1).describe(
    'seconds after which the jobs of a worker that is not heard of go to another',
  ),
  DRAIN_SECONDS: seconds(5, 0).describe('seconds over which a stopping gateway of several sends its clients elsewhere'),
  MAX_SOCKETS: count(5_000).describe('sockets of everybody'),
  MAX_SOCKETS_PER_ADDRESS: count(256).describe('sockets of one address'),
  MAX_SOCKETS_PER_CODE: count(16).describe('sockets of one user code'),
  MAX_CONNECTS_PER_SECOND: count(20).describe('sockets that one address may open a second over a long time'),
  MAX_NEW_CODES_PER_HOUR: count(60).describe('user codes that one address may begin an hour over a long time'),
  MAX_JOBS: count(1_000).describe('jobs of everybody that wait or run'),
  MAX_JOBS_PER_ADDRESS: count(100).describe('jobs of one address that wait or run'),
  MAX_JOBS_PER_CODE: count(20).describe('jobs of one user code that wait or run'),
  MAX_JOBS_PER_DAY_AND_CODE: countOrUnlimited().describe(
    'jobs of one user code in a day, by UTC; unlimited without it',
  ),
  MAX_JOBS_PER_DAY_AND_ADDRESS: countOrUnlimited().describe(
    'jobs of one address in a day, by UTC; unlimited without it',
  ),
  MAX_STORED_JOBS_PER_ADDRESS: count(25_000).describe(
    'jobs of one address that have ended and are stored with their messages; the oldest go',
  ),
  MAX_MESSAGES: count(1_000_000).describe('messages of everybody that are stored'),
  MAX_DISK_MB: count(20_000).describe('megabytes that media and database may take'),
  MAX_DISK_MB_PER_ADDRESS: count(5_000).describe('megabytes of media that one address may have stored'),
  MIN_FREE_DISK_MB: countOrNone(500).describe('megabytes of the disk that stay free'),
  MAX_UPLOADING_MB: count(128).describe('megabytes of uploads under way of everybody'),
  MAX_UPLOADING_MB_PER_ADDRESS: count(32).describe('megabytes of uploads under way of one address'),
  MAX_UNREAD_MB: count(256).describe('megabytes that wait for clients of sockets to read them'),
  MAX_UNREAD_MB_PER_ADDRESS: count(64).describe('megabytes that wait for sockets of one address'),
  MAX_CONNECTIONS_PER_ADDRESS: countOrUnlimited().describe(
    'connections of one address, but of trusted proxies; as many as its sockets and requests without it',
  ),
  MAX_REQUESTS: count(1_000).describe('requests of everybody whose answers are under way'),
  MAX_REQUESTS_PER_ADDRESS: count(256).describe('requests of one address whose answers are under way'),
  MAX_REQUESTS_PER_SECOND: count(200).describe('requests that one address may make a second over a long time'),
  MAX_DECODER_MB: count(400).describe('megabytes of memory that decoding an uploaded picture may take'),
  UPLOAD_METADATA: oneOf(['strip', 'keep'], 'strip').describe(
    'what becomes of what cameras write into pictures, places among it: strip or keep',
  ),
  METRICS_PORT: portOrNone().describe('port of /metrics for Prometheus; none without it'),
  METRICS_HOST: listeningHost('127.0.0.1').describe('address at which /metrics is read'),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'warn').describe('how much is logged: silent to trace'),
});

/** The values by the names of their variables. */
export type SettingValues = z.infer<typeof SETTINGS_SCHEMA>;
export type SettingName = keyof SettingValues;

export const SETTING_NAMES = Object.keys(SETTINGS_SCHEMA.shape) as readonly SettingName[];

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS_SCHEMA.shape, name);
}

/** Whether a setting's value is nobody's business but the operator's. */
export function isSecretSetting(name: string): boolean {
  return name === 'DATABASE_URL' || /PASSWORD|KEY|SECRET|TOKEN/.test(name);
}
