import { checkConfig } from './config/check-config.ts';
import type { WebSocketConfig } from './config/config.ts';
import type { BackendProblem } from './explain-problem.ts';
import type { WebSocketFeature } from './features/feature.ts';
import { reportProblems } from './report-problems.ts';

/** A backend as it is described by the parameters of `provideWebSocket`. */
export interface BackendDescription {
  /** Undefined for the unnamed one. */
  readonly name: string | undefined;
  readonly config: Partial<WebSocketConfig>;
  readonly features: readonly WebSocketFeature[];
}

type Kind = WebSocketFeature['kind'];

/** What has to be among the features, so that entries of the configuration have an effect. */
const READERS: Partial<Record<Kind, readonly (keyof WebSocketConfig)[]>> = {
  reconnect: ['maxReconnectAttempts', 'reconnectTimeout', 'reconnectJitter', 'stableAfter', 'slowReconnectTimeout'],
  heartbeat: ['heartbeatInterval', 'heartbeatTimeout'],
};

/** How the function is called that makes a feature of a kind: `withConnectionLog()` for `connection-log`. */
function callOf(kind: Kind): string {
  return `with${kind.replace(/(?:^|-)./g, (first) => first.slice(-1).toUpperCase())}()`;
}

/**
 * The configuration of a backend together with that of its features; an invalid value is replaced by the nearest valid one.
 * Of contradicting values a feature's wins, the later feature's of two; `url` wins over `baseUrl`.
 * @throws in development, where a value is invalid. In production that is a warning.
 */
export function resolveBackendConfig({ name, config, features }: BackendDescription): Partial<WebSocketConfig> {
  const decided = Object.assign({}, ...features.map((feature) => feature.config)) as Partial<WebSocketConfig>;
  const { config: valid, faults } = checkConfig({ ...config, ...decided });
  const problems: readonly (BackendProblem | false)[] = [
    name?.trim() === '' && { kind: 'empty-name', about: 'the name' },
    ...faults.map((fault) => ({ kind: 'invalid', about: `"${fault.name}"`, detail: fault.reason }) as const),
    ...contradictions(config, decided),
    ...misfits(config, features),
  ];
  const call = name === undefined ? 'provideWebSocket' : `provideWebSocket('${name}')`;
  reportProblems(
    call,
    problems.filter((problem) => problem !== false),
  );
  const retries = features.some(({ kind }) => kind === 'reconnect') ? {} : { maxReconnectAttempts: 0 };
  return { ...retries, ...valid };
}

function contradictions(
  config: Partial<WebSocketConfig>,
  decided: Partial<WebSocketConfig>,
): readonly BackendProblem[] {
  const names = Object.keys(decided) as (keyof WebSocketConfig)[];
  return names
    .filter((name) => config[name] !== undefined && config[name] !== decided[name])
    .map((name) => ({ kind: 'said-twice', about: `"${name}"` }));
}

function misfits(
  config: Partial<WebSocketConfig>,
  features: readonly WebSocketFeature[],
): readonly (BackendProblem | false)[] {
  const kinds = features.map(({ kind }) => kind);
  const twice = new Set(kinds.filter((kind, index) => kinds.indexOf(kind) !== index));
  const isGateway = features.some((feature) => feature.kind === 'codec' && feature.isGateway);
  const strangers = features.filter(({ needsGateway }) => needsGateway === true && !isGateway);
  const foreign = features.flatMap(({ foreignOptions = [] }) => foreignOptions);
  if (config.heartbeatInterval !== undefined) foreign.push('heartbeatInterval');
  return [
    config.url !== undefined && config.baseUrl !== undefined && { kind: 'two-addresses', about: '"url" and "baseUrl"' },
    ...entriesInVain(config, kinds),
    config.greetingTimeout !== undefined &&
      !isGateway && { kind: 'no-effect', about: '"greetingTimeout"', needs: 'withCodec(GATEWAY_CODEC)' },
    ...(isGateway ? foreign : []).map((option) => ({ kind: 'not-for-gateway', about: `"${option}"` }) as const),
    ...[...twice].map((kind) => ({ kind: 'feature-twice', about: callOf(kind) }) as const),
    ...strangers.map(({ kind }) => ({ kind: 'needs-gateway', about: callOf(kind) }) as const),
  ];
}

/** What is said and nobody reads. That there are no retries, or that they never differ, is so without the feature too. */
function entriesInVain(config: Partial<WebSocketConfig>, kinds: readonly Kind[]): readonly BackendProblem[] {
  return Object.entries(READERS)
    .map(([kind, names]) => ({ kind: kind as Kind, names }))
    .filter(({ kind }) => !kinds.includes(kind))
    .flatMap(({ kind, names }) =>
      names
        .filter((name) => (config[name] ?? 0) !== 0)
        .map((name) => ({ kind: 'no-effect' as const, about: `"${name}"`, needs: callOf(kind) })),
    );
}
