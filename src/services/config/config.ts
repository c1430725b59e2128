import { InjectionToken } from '@angular/core';

import { ENDPOINT_PATH } from '../../protocol/index.ts';

/** How the service connects. The first three names are the guide's. */
export interface WebSocketConfig {
  /**
   * Where the socket is, without the user code: `ws:` or `wss:`, or `http:` and `https:` for the same host, or
   * relative to the page. Default: `/api/ws/video-generation` on the page's own origin.
   */
  readonly baseUrl: string;
  /** How often a lost connection is tried again before the service gives up. Default: 5. */
  readonly maxReconnectAttempts: number;
  /** How long it waits before each of them, in milliseconds. Default: 3000. */
  readonly reconnectTimeout: number;
  /** How long a server may take to answer a connection, in milliseconds. Default: 10000. */
  readonly connectTimeout: number;
  /** How long a connection has to last before the attempts are all there again, in milliseconds. Default: 5000. */
  readonly stableAfter: number;
  /**
   * How long a server that has been pinged may be silent before its connection counts as dead, in milliseconds.
   * Default: 5000.
   */
  readonly heartbeatTimeout: number;
  /**
   * How much longer a wait may be, by chance, as a part of itself: 0.5 makes 3 s up to 4.5 s. Default: 0. For servers
   * with many clients.
   */
  readonly reconnectJitter: number;
}

/** What applies where neither the application nor `config.json` says otherwise. */
export const DEFAULT_CONFIG: WebSocketConfig = {
  baseUrl: ENDPOINT_PATH,
  maxReconnectAttempts: 5,
  reconnectTimeout: 3_000,
  connectTimeout: 10_000,
  stableAfter: 5_000,
  heartbeatTimeout: 5_000,
  reconnectJitter: 0,
};

/** What the application itself decides, by `provideWebSocket`. */
export const WEB_SOCKET_CONFIG = new InjectionToken<Partial<WebSocketConfig>>('WEB_SOCKET_CONFIG', {
  factory: () => ({}),
});

/** What was wrong with one entry of a configuration. */
export interface ConfigFault {
  readonly name: string;
  readonly reason: string;
}

/** The entries of a configuration that hold, and what is wrong with the others. */
export interface CheckedConfig {
  readonly config: Partial<WebSocketConfig>;
  readonly faults: readonly ConfigFault[];
}

/** Checks a configuration from outside, entry by entry: a wrong one costs only itself. */
export function checkConfig(values: Readonly<Record<string, unknown>>): CheckedConfig {
  const config: Record<string, unknown> = {};
  const faults: ConfigFault[] = [];
  for (const [name, value] of Object.entries(values)) {
    const reason = name in DEFAULT_CONFIG ? faultOf(name as keyof WebSocketConfig, value) : 'is not known';
    if (reason === undefined) config[name] = value;
    else faults.push({ name, reason });
  }
  return { config, faults };
}

/** A day, in milliseconds. Browsers' timers end at 24 days, and a longer one fires at once. */
const MAX_TIME = 24 * 60 * 60 * 1_000;

const MAX_JITTER = 10;

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

function faultOf(name: keyof WebSocketConfig, value: unknown): string | undefined {
  switch (name) {
    case 'baseUrl':
      return typeof value === 'string' && value.trim() !== '' ? undefined : 'is no address';
    case 'maxReconnectAttempts':
      return Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : 'is no count';
    case 'reconnectTimeout':
    case 'connectTimeout':
    case 'stableAfter':
    case 'heartbeatTimeout':
      return isBetween(value, 0, MAX_TIME) ? undefined : 'is no time in milliseconds';
    case 'reconnectJitter':
      return isBetween(value, 0, MAX_JITTER) ? undefined : `is no part of a wait, from 0 to ${MAX_JITTER}`;
  }
}
