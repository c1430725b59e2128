import { randomUUID } from 'node:crypto';
import { ScriptedEngine } from '../../engines/testing/scripted-engine.ts';
import type { Gateway } from '../gateway.ts';
import { TestClient, type TestClientOptions } from './test-client.ts';
import { startTestGateway, stopTestGateways } from './test-gateway.ts';

/** A gateway with a scripted engine, and a user code that nobody else has. */
export interface SocketHarness {
  readonly gateway: Gateway;
  readonly engine: ScriptedEngine;
  readonly code: string;
  /** Opens a socket: of the user code, unless the options have a query of their own. */
  connect(options?: Partial<TestClientOptions>): TestClient;
}

/** Starts a gateway before each spec of the `describe` that calls it, and stops it after each. */
export function useSocketHarness(): SocketHarness {
  let gateway: Gateway;
  let engine: ScriptedEngine;
  let code: string;

  beforeEach(async () => {
    code = randomUUID();
    engine = new ScriptedEngine();
    gateway = await startTestGateway({ engine });
  });

  afterEach(stopTestGateways);

  return {
    get gateway() {
      return gateway;
    },
    get engine() {
      return engine;
    },
    get code() {
      return code;
    },
    connect: (options = {}) => new TestClient(gateway, { query: { code }, ...options }),
  };
}
