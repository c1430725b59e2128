import { test as base } from '@playwright/test';

import { VideosServer } from '../../src/engines/openai-videos/testing/videos-server.ts';
import type { GatewayProcess } from '../fixtures/gateway-process.ts';
import { withGateway } from '../fixtures/with-gateway.ts';

interface VideosFixtures {
  /** A server of `/v1/videos` that outlives the gateway. */
  readonly videos: VideosServer;
  /** With that server as its only engine. */
  readonly gateway: GatewayProcess;
}

/** Tests with a gateway whose engine is a server of `/v1/videos`. */
export const test = base.extend<VideosFixtures>({
  // A fixture names what it needs; this one needs nothing.
  videos: async ({ browserName: _ }, use) => {
    const videos = await VideosServer.start();
    await use(videos);
    await videos.close();
  },
  gateway: async ({ videos }, use) => {
    const environment = { ENGINE_KIND: 'openai-videos', ENGINE_URL: videos.url, ENGINE_MODEL: 'wan2.2' };
    await withGateway({ ...environment, LOG_LEVEL: 'silent' }, use);
  },
  baseURL: async ({ gateway }, use) => {
    await use(gateway.url);
  },
});
