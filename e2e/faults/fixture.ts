import { type SharedGateway, test as base } from '../fixtures/gateway.ts';
import { testWithOwnGateway as ownBase } from '../fixtures/own-gateway.ts';
import { FaultProxy } from './fault-proxy.ts';

/** How often the gateway wants a sign of life in these tests, in milliseconds. */
const HEARTBEAT_MS = 1_000;

interface Network {
  readonly network: FaultProxy;
}

// A test reads the log from its beginning, however long it has become.
const gatewayEnv = { HEARTBEAT_MS: String(HEARTBEAT_MS), RETENTION_MESSAGES: '100000' };

async function network(
  { gateway }: { gateway: SharedGateway },
  use: (proxy: FaultProxy) => Promise<void>,
): Promise<void> {
  const proxy = await FaultProxy.start(gateway.port);
  await use(proxy);
  await proxy.stop();
}

async function baseURL({ network: { url } }: Network, use: (url: string) => Promise<void>): Promise<void> {
  await use(url);
}

/** Tests whose pages reach the gateway by a `network` that has faults. Heartbeats are quick. */
export const test = base.extend<Network>({ gatewayEnv, network, baseURL });

/** The same, with a gateway that may be killed. */
export const testWithOwnGateway = ownBase.extend<Network>({ gatewayEnv, network, baseURL });

/** A `config.json` by which the application mends its connection quickly. Times are in milliseconds. */
export const QUICK_CONFIG = {
  maxReconnectAttempts: 8,
  reconnectTimeout: 150,
  connectTimeout: 3_000,
  heartbeatTimeout: 3_000,
  stableAfter: 1_000,
};
