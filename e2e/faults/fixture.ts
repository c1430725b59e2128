import { test as base } from '../fixtures/gateway.ts';
import { FaultProxy } from './fault-proxy.ts';

/** How often the gateway wants a sign of life in these tests, in milliseconds. */
const HEARTBEAT_MS = 1_000;

/** Tests whose pages reach the gateway by a `network` that has faults. Heartbeats are quick. */
export const test = base.extend<{ readonly network: FaultProxy }>({
  engine: 'instant',
  // A test reads the log from its beginning, however long it has become.
  gatewayEnv: { HEARTBEAT_MS: String(HEARTBEAT_MS), RETENTION_MESSAGES: '100000' },
  network: async ({ gateway }, use) => {
    const proxy = await FaultProxy.start(gateway.port);
    await use(proxy);
    await proxy.stop();
  },
  baseURL: async ({ network }, use) => {
    await use(network.url);
  },
});

/** A `config.json` by which the application mends its connection quickly. Times are in milliseconds. */
export const QUICK_CONFIG = {
  maxReconnectAttempts: 8,
  reconnectTimeout: 150,
  connectTimeout: 3_000,
  heartbeatTimeout: 3_000,
  stableAfter: 1_000,
};
