import { describeRemoteEngineContract } from '../testing/remote-engine-contract.ts';
import { describeVideoEngineContract } from '../testing/video-engine-contract.ts';
import { testEngine } from './testing/test-engine.ts';
import { VideosServer } from './testing/videos-server.ts';
import { stalled, VideosStage } from './testing/videos-stage.ts';

describeRemoteEngineContract('openai-videos', async () => new VideosStage(await VideosServer.start()));

describe('openai-videos', () => {
  let server: VideosServer;
  beforeAll(async () => {
    server = await VideosServer.start();
  });
  beforeEach(() => (server.options = {}));
  afterAll(() => server.close());

  describeVideoEngineContract('openai-videos', () => testEngine(server.url), {
    references: 'none',
    slow: () => {
      server.options = { statusOf: stalled };
      return {};
    },
  });
});
