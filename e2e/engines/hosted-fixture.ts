import { test as base } from '@playwright/test';

import { HostedServer } from '../../src/engines/ai-sdk/testing/hosted-server.ts';
import { ALIBABA } from '../../src/engines/ai-sdk/testing/service-shapes.ts';
import type { GatewayProcess } from '../fixtures/gateway-process.ts';
import { withConfigFile } from '../fixtures/with-config-file.ts';
import { withGateway } from '../fixtures/with-gateway.ts';

interface HostedFixtures {
  /** A service that speaks as Alibaba's does, and outlives the gateway. */
  readonly hosted: HostedServer;
  /** With that service as its only engine, one job at a time, through the package of its provider. */
  readonly gateway: GatewayProcess;
}

/** Tests with a gateway whose engine is a hosted service. */
export const test = base.extend<HostedFixtures>({
  // A fixture names what it needs; this one needs nothing.
  hosted: async ({ browserName: _ }, use) => {
    const server = await HostedServer.start();
    await use(server);
    await server.close();
  },
  gateway: async ({ hosted }, use) => {
    const engine = { kind: 'ai-sdk', model: ALIBABA.model, url: hosted.url, keyEnv: 'HOSTED_KEY', concurrency: 1 };
    await withConfigFile({ engines: [engine] }, async (file) => {
      await withGateway({ CONFIG_FILE: file, HOSTED_KEY: 'sk-1', LOG_LEVEL: 'silent' }, use);
    });
  },
  baseURL: async ({ gateway }, use) => {
    await use(gateway.url);
  },
});
