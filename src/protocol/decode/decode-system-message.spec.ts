import { systemMessage } from './decode-system-message.ts';
import type { JsonObject } from './decoding.ts';
import type { SystemMessage } from '../messages.ts';

const envelope = { type: 'system', id: 'm1', ts: 5, jobId: 'j1', replyTo: 'p1' } as const;

/** What a system message comes to that must decode. */
function message(json: JsonObject): SystemMessage {
  const result = systemMessage({ ...envelope, ...json });
  if (!result.ok) throw new Error(`did not decode: ${result.fault.reason}`);
  return result.value as SystemMessage;
}

describe('systemMessage', () => {
  const whole: readonly JsonObject[] = [
    { event: 'accepted', prompt: '一只猫' },
    { event: 'queued', position: 2, content: '排队中' },
    { event: 'started' },
    { event: 'progress', progress: 0.25, stage: 'draw', etaMs: 1500 },
    { event: 'completed' },
    { event: 'cancelled', content: '已取消' },
    { event: 'gap', fromSeq: 12 },
    { event: 'pong' },
    { event: 'notice', content: '维护', sourceEvent: 'maintenance' },
    {
      event: 'welcome',
      epoch: 'e1',
      lastSeq: 4,
      recovered: true,
      heartbeatMs: 15_000,
      version: 2,
      reconnectJitterMs: 2_000,
      features: ['resume'],
      limits: { maxContentLength: 10, maxFrameBytes: 100 },
      engine: { name: 'storyboard', isModel: false },
    },
  ];

  it('takes a wait of more than a day for a day, for no timer has more', () => {
    const welcome = { event: 'welcome', epoch: 'e1', lastSeq: 0, heartbeatMs: 1e12, reconnectJitterMs: 3e9 };
    expect(message(welcome)).toEqual(
      jasmine.objectContaining({ heartbeatMs: 86_400_000, reconnectJitterMs: 86_400_000 }),
    );
  });

  for (const json of whole) {
    it(`reads ${String(json['event'])} with all that it may have`, () => {
      expect(message(json)).toEqual({ ...envelope, type: 'system', ...json } as unknown as SystemMessage);
    });
  }

  it('fills in what a welcome leaves out', () => {
    expect(message({ event: 'welcome', epoch: 'e1', features: [7, 'resume'], limits: { maxFrameBytes: 0 } })).toEqual({
      ...envelope,
      type: 'system',
      event: 'welcome',
      epoch: 'e1',
      lastSeq: 0,
      recovered: false,
      heartbeatMs: 30_000,
      version: 1,
      features: ['resume'],
      limits: { maxContentLength: 4000, maxFrameBytes: 65_536 },
      engine: { name: 'unknown', isModel: true },
    });
  });

  it('keeps progress within 0 to 1', () => {
    expect(message({ event: 'progress', progress: 1.5 })).toEqual(jasmine.objectContaining({ progress: 1 }));
  });

  it('takes a place in the queue that it cannot read for the next', () => {
    expect(message({ event: 'queued' })).toEqual(jasmine.objectContaining({ position: 1 }));
  });

  it('makes an event that it does not know a notice that names it', () => {
    const notice = { ...envelope, type: 'system', event: 'notice' };
    expect(message({ event: 'maintenance' })).toEqual({ ...notice, sourceEvent: 'maintenance' } as SystemMessage);
    expect(message({ content: '你好' })).toEqual({ ...notice, content: '你好' } as SystemMessage);
  });

  for (const json of [
    { event: 'welcome' },
    { event: 'progress' },
    { event: 'progress', progress: -0.1 },
    { event: 'progress', progress: '50%' },
    { event: 'gap' },
    { event: 'gap', fromSeq: 0 },
  ]) {
    it(`refuses ${JSON.stringify(json)}, and makes it a notice where it has something to say`, () => {
      expect(systemMessage({ ...envelope, ...json }).ok).toBeFalse();
      const { event } = json;
      expect(message({ ...json, content: '欢迎' })).toEqual({
        ...envelope,
        event: 'notice',
        content: '欢迎',
        sourceEvent: event,
      });
    });
  }
});
