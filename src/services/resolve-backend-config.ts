import { isDevMode } from '@angular/core';

import { checkConfig } from './config/check-config.ts';
import type { WebSocketConfig } from './config/config.ts';
import type { WebSocketFeature } from './features/feature.ts';

/** A backend as it is described by the parameters of `provideWebSocket`. */
export interface BackendDescription {
  /** Undefined for the unnamed one. */
  readonly name: string | undefined;
  readonly config: Partial<WebSocketConfig>;
  readonly features: readonly WebSocketFeature[];
}

/** Functions by the kind of feature that they make. */
const NAMES: Readonly<Record<WebSocketFeature['kind'], string>> = {
  reconnect: 'withReconnect()',
  heartbeat: 'withHeartbeat()',
  outbox: 'withOutbox()',
  resume: 'withResume()',
  'connection-log': 'withConnectionLog()',
  'config-file': 'withConfigFile()',
  codec: 'withCodec()',
  texts: 'withTexts()',
  uploads: 'withUploads()',
};

/**
 * The configuration of a backend with what its features decide: as it is, or as near to it as can be meant.
 * @throws in development, where anything can't be meant. In production each is a warning that says what is used.
 */
export function resolveBackendConfig({ name, config, features }: BackendDescription): Partial<WebSocketConfig> {
  const decided = Object.assign({}, ...features.map((feature) => feature.config)) as Partial<WebSocketConfig>;
  const { config: valid, faults } = checkConfig({ ...config, ...decided });
  const problems = [
    ...(name?.trim() === '' ? ["the name of a backend is empty: leave it out, or give one, such as 'orders'"] : []),
    ...faults.map((fault) => `"${fault.name}" ${fault.reason}`),
    ...contradictions(config, decided),
    ...misfits(config, features),
  ];
  if (problems.length > 0) report(name, problems);
  const retries = features.some(({ kind }) => kind === 'reconnect') ? {} : { maxReconnectAttempts: 0 };
  return { ...retries, ...valid };
}

function contradictions(config: Partial<WebSocketConfig>, decided: Partial<WebSocketConfig>): readonly string[] {
  const names = Object.keys(decided) as (keyof WebSocketConfig)[];
  return names
    .filter((name) => config[name] !== undefined && config[name] !== decided[name])
    .map((name) => `"${name}" is said twice, differently: in the configuration, and by a feature`);
}

function misfits(config: Partial<WebSocketConfig>, features: readonly WebSocketFeature[]): readonly string[] {
  const kinds = features.map(({ kind }) => kind);
  const isGateway = features.some((feature) => feature.kind === 'codec' && feature.isGateway);
  return [
    ...(config.url !== undefined && config.baseUrl !== undefined
      ? ['"url" and "baseUrl" both say where the server is: leave one out']
      : []),
    ...((config.maxReconnectAttempts ?? 0) > 0 && !kinds.includes('reconnect')
      ? ['"maxReconnectAttempts" has no effect without withReconnect(): put it among the features']
      : []),
    ...[...new Set(kinds.filter((kind, index) => kinds.indexOf(kind) !== index))].map(
      (kind) => `${NAMES[kind]} stands there twice: leave one out`,
    ),
    ...features
      .filter(({ needsGateway }) => needsGateway === true && !isGateway)
      .map(
        ({ kind }) =>
          `${NAMES[kind]} needs a server that greets and numbers its messages, and the codec knows neither: ` +
          `put withCodec(GATEWAY_CODEC) beside it, or leave it out` +
          (kind === 'heartbeat' ? ', or say by "ping" how this backend is pinged' : ''),
      ),
  ];
}

function report(name: string | undefined, problems: readonly string[]): void {
  const call = name === undefined ? 'provideWebSocket' : `provideWebSocket('${name}')`;
  const message = `${call}: ${problems.join('; ')}.`;
  if (isDevMode()) throw new Error(message);
  console.warn(message);
}
