import { test as base } from '@playwright/test';

import { HostedServer } from '../../src/engines/ai-sdk/testing/hosted-server.ts';
import { ALIBABA } from '../../src/engines/ai-sdk/testing/hosted-services.ts';
import type { GatewayProcess } from '../fixtures/gateway-process.ts';
import { withGateway } from '../fixtures/with-gateway.ts';

interface HostedFixtures {
  /** A service that speaks as Alibaba's does, and outlives the gateway. */
  readonly hosted: HostedServer;
  /** With that service as its only engine, through the package of its provider. */
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
    const environment = {
      ENGINE_KIND: 'ai-sdk',
      ENGINE_MODEL: ALIBABA.model,
      ENGINE_URL: hosted.url,
      ENGINE_KEY: 'sk-1',
    };
    await withGateway({ ...environment, LOG_LEVEL: 'silent' }, use);
  },
  baseURL: async ({ gateway }, use) => {
    await use(gateway.url);
  },
});
