import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from '@playwright/test';

import { ALIBABA, HostedService } from '../../src/engines/ai-sdk/testing/hosted-services.ts';
import type { GatewayProcess } from '../fixtures/gateway-process.ts';
import { withGateway } from '../fixtures/with-gateway.ts';

/** A hosted service at an address of this machine. */
export interface HostedStage {
  readonly service: HostedService;
  readonly url: string;
}

interface HostedFixtures {
  /** A service that speaks as Alibaba's does, and outlives the gateway. */
  readonly hosted: HostedStage;
  /** With that service as its only engine, through the package of its provider. */
  readonly gateway: GatewayProcess;
}

/** Tests with a gateway whose engine is a hosted service. */
export const test = base.extend<HostedFixtures>({
  // A fixture names what it needs; this one needs nothing.
  hosted: async ({ browserName: _ }, use) => {
    const service = new HostedService(ALIBABA);
    const server = createServer((request, response) => {
      void answer(service, request).then(
        async ({ status, text }) => response.writeHead(status, { 'content-type': 'application/json' }).end(await text),
        () => response.destroy(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    await use({ service, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    server.closeAllConnections();
    server.close();
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

async function answer(service: HostedService, request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const init = { method: request.method ?? '', ...(body !== '' && { body }) };
  const response = await service.fetch(`${ALIBABA.baseUrl ?? ''}${request.url ?? ''}`, init);
  return { status: response.status, text: response.text() };
}
