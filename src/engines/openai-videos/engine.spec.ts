import { describeRemoteEngineContract, type RemoteStage } from '../testing/remote-engine-contract.ts';
import { describeVideoEngineContract } from '../testing/video-engine-contract.ts';
import { testEngine } from './testing/test-engine.ts';
import { dropped, json, VideosServer } from './testing/videos-server.ts';

describeRemoteEngineContract('openai-videos', async (): Promise<RemoteStage> => {
  const server = await VideosServer.start();
  const use = (faults: NonNullable<VideosServer['options']['faults']>): void => {
    server.options = { ...server.options, faults };
  };
  return {
    makeEngine: () => testEngine(server.url),
    get starts() {
      return server.starts.length;
    },
    get cancels() {
      return server.deleted.length;
    },
    refuseOnce: () =>
      use({ start: (_, count) => (count === 1 ? { answer: json(429, {}, { 'retry-after': '0' }) } : undefined) }),
    loseAnswerOnce: () =>
      use({ start: (_, count) => (count === 1 ? { answer: dropped, afterwards: true } : undefined) }),
    failStatus: (times) => {
      const answers = [dropped, json(500, { error: { message: 'oops' } }), json(503, {}), json(429, {})];
      use({ status: ({ asked }) => (asked <= times ? answers[asked % answers.length] : undefined) });
    },
    stall: () => (server.options = { statusOf: () => ({ status: 'in_progress', progress: 0 }) }),
    close: () => server.close(),
  };
});

describe('openai-videos', () => {
  let server: VideosServer;
  beforeAll(async () => {
    server = await VideosServer.start();
  });
  afterAll(() => server.close());

  describeVideoEngineContract('openai-videos', () => testEngine(server.url), { references: 'none' });
});
