import { randomUUID } from 'node:crypto';
import { ScriptedEngine, untilAborted } from '../../engines/testing/scripted-engine.ts';
import { until } from '../../testing/index.ts';
import { prompt } from '../ports/testing/messages.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';

describe('a queue that is full', () => {
  afterEach(stopTestGateways);

  it('is told to the person once, and to the client that sends again each time', async () => {
    const engine = new ScriptedEngine(async function* (_request, signal) {
      await untilAborted(signal);
      yield* [];
    });
    const gateway = await startTestGateway({ engine, data: { jobLimits: { perCode: 1 } } });
    const client = new TestClient(gateway, { query: { code: randomUUID() } });
    await client.untilEvent('welcome');
    const refused = prompt('二');
    client.send([prompt('一'), refused, refused, refused]);
    await until(() => client.messages.filter(({ type }) => type === 'error').length === 3);
    const notices = client.messages.filter((message) => message.type === 'system' && message.event === 'notice');
    expect(notices.length).toBe(1);
    expect(notices[0]).toEqual(
      jasmine.objectContaining({ content: jasmine.stringMatching(/^你最多同时有 1 个任务，约 \d+ 秒后会自动再试。$/) }),
    );
    expect(notices[0]?.replyTo).toBeUndefined();
  });
});

describe("a day's jobs that are used up", () => {
  afterEach(stopTestGateways);

  it('are told to the person, with when there are more, and no client sends again by itself', async () => {
    const gateway = await startTestGateway({ data: { dailyLimits: { perCode: 1 } } });
    const client = new TestClient(gateway, { query: { code: randomUUID() } });
    await client.untilEvent('welcome');
    const [first, second] = [prompt('一'), prompt('二')];
    client.send(first);
    await client.untilEvent('completed');
    client.send(second);
    const answer = await client.untilAnswer(second.id);
    expect(answer).toEqual(jasmine.objectContaining({ type: 'error', code: 'quota_used', retryable: false }));
    expect(answer.type === 'error' && answer.content).toMatch(
      /^你今天的 1 个任务已经用完，约 \d+ (?:小时|分钟)后可以再试。$/,
    );
    // The same prompt again is the job that it was.
    client.send(first);
    await client.until((message) => message.type === 'system' && message.event === 'accepted' && !('seq' in message));
    expect((await new TestClient(gateway, { query: { code: randomUUID() } }).untilEvent('welcome')).lastSeq).toBe(0);
  });
});
