import { randomUUID } from 'node:crypto';
import { DEFAULT_LIMITS } from '../../protocol/index.ts';
import type { LiveJobs } from '../jobs/live-jobs.ts';
import type { EventLog, JobQueue } from '../ports/index.ts';
import { Session } from './session.ts';
import type { SessionClient, SessionContext } from './session-context.ts';
import { RecordingPeer } from '../testing/recording-peer.ts';
import { label, prompt } from '../ports/testing/messages.ts';
import type { RecordingLogger } from '../testing/recording-logger.ts';
import { openSessionContext, ratesOf } from '../testing/session-context.ts';
import { until } from '../../testing/index.ts';
import { memoryLog } from '../testing/test-storage.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';

describe('Session', () => {
  let log: EventLog;
  let queue: JobQueue;
  let live: LiveJobs;
  let logger: RecordingLogger;
  let peer: RecordingPeer;
  let context: SessionContext;

  beforeEach(() => {
    const opened = openSessionContext();
    ({ log, queue, live, logger } = opened);
    [context, peer] = [opened, new RecordingPeer()];
  });
  afterEach(() => queue.close());

  function startSession(client: Partial<SessionClient> = {}): Session {
    return new Session(context, { code: CODE, address: '127.0.0.1', peer, ...client });
  }

  function promptFrame(content: string, id?: string): string {
    return JSON.stringify(prompt(content, id));
  }

  it('greets with what a client has to know', async () => {
    await log.append(CODE, { type: 'text', content: '旧' });
    startSession();
    await peer.received(1);
    expect(peer.messages).toEqual([
      jasmine.objectContaining({
        type: 'system',
        event: 'welcome',
        epoch: log.epoch,
        lastSeq: 1,
        recovered: true,
        heartbeatMs: 30_000,
        reconnectJitterMs: 2_000,
        limits: DEFAULT_LIMITS,
        engine: { name: 'scripted', isModel: false },
        engines: [{ id: 'scripted', name: 'scripted', isModel: false }],
      }),
    ]);
  });

  it('sends what was missed after the greeting, then what is new, each once', async () => {
    for (const content of ['一', '二']) await log.append(CODE, { type: 'text', content });
    startSession({ resume: { after: 1, epoch: log.epoch } });
    await log.append(CODE, { type: 'text', content: '三' });
    await peer.received(3);
    await log.append(CODE, { type: 'text', content: '四' });
    await peer.received(4);
    expect(peer.messages.map(({ seq }) => seq)).toEqual([undefined, 2, 3, 4]);
  });

  it('sends a gap before what is left', async () => {
    context = { ...context, log: memoryLog(1) };
    for (const content of ['一', '二']) await context.log.append(CODE, { type: 'text', content });
    startSession({ resume: { after: 0, epoch: context.log.epoch } });
    await peer.received(3);
    expect(peer.messages[0]).toEqual(jasmine.objectContaining({ event: 'welcome', recovered: false }));
    expect(peer.messages[1]).toEqual(jasmine.objectContaining({ event: 'gap', fromSeq: 2 }));
    expect(peer.messages[2]?.seq).toBe(2);
  });

  it('sends a history and its greeting as one frame', async () => {
    for (const content of ['一', '二']) await log.append(CODE, { type: 'text', content });
    startSession({ resume: { after: 0, epoch: log.epoch } });
    await peer.received(3);
    expect(peer.frames.length).toBe(1);
  });

  it('attaches a client that comes back to what is under way, whatever it has of the text', async () => {
    const session = startSession();
    session.receive(promptFrame('等一'));
    await peer.received(5);
    session.receive(promptFrame('等二'));
    await peer.received(7);
    session.end();
    const back = new RecordingPeer();
    startSession({ peer: back, resume: { after: 1, epoch: log.epoch } });
    await back.received(6);
    expect(back.messages.map(label)).toEqual(['(welcome)', 'started', 'accepted', '(progress)', '(text)', '(queued)']);
    expect(back.messages[4]).toEqual(jasmine.objectContaining({ content: '等等' }));
    expect(back.messages[4]).not.toEqual(jasmine.objectContaining({ append: true }));
    expect(back.messages[5]).toEqual(jasmine.objectContaining({ position: 1 }));
  });

  it('sends no transient message twice while a client attaches', async () => {
    const draft = { type: 'text', id: randomUUID(), append: true, jobId: randomUUID() } as const;
    const job = {
      id: draft.jobId,
      code: CODE,
      address: '192.0.2.1',
      prompt: { type: 'text', id: draft.id, content: '猫' },
    } as const;
    live.publish(job, { ...draft, content: '一' });
    startSession();
    live.publish(job, { ...draft, content: '二' });
    await peer.received(2);
    live.publish(job, { ...draft, content: '三' });
    await peer.received(3);
    const texts = peer.messages.flatMap((message) => (message.type === 'text' ? [message] : []));
    expect(texts.map(({ content, append }) => [content, append])).toEqual([
      ['一二', undefined],
      ['三', true],
    ]);
  });

  it('answers a ping', async () => {
    const id = randomUUID();
    startSession().receive(JSON.stringify({ type: 'ping', id }));
    await peer.received(2);
    expect(peer.messages[1]).toEqual(jasmine.objectContaining({ event: 'pong', replyTo: id }));
    expect(peer.messages[1]?.seq).toBeUndefined();
  });

  it('accepts a prompt twice and runs it once', async () => {
    const id = randomUUID();
    const session = startSession();
    session.receive(promptFrame('等', id));
    session.receive(promptFrame('等', id));
    session.receive(JSON.stringify({ type: 'cancel', replyTo: id }));
    await until(() => peer.messages.some((message) => label(message) === 'cancelled'));
    const accepted = peer.messages.filter((message) => label(message).includes('accepted'));
    expect(accepted.map(({ seq, replyTo }) => [seq, replyTo])).toEqual([
      [1, id],
      [undefined, id],
    ]);
    expect(accepted[0]?.jobId).toBeDefined();
    expect(accepted[1]?.jobId).toBe(accepted[0]?.jobId);
    expect(peer.messages.filter((message) => label(message) === 'started').length).toBe(1);
  });

  it('takes a plain text as a prompt', async () => {
    startSession().receive('一只橘猫');
    await peer.received(2);
    expect(peer.messages[1]).toEqual(jasmine.objectContaining({ event: 'accepted' }));
  });

  it('deals with the messages of a frame in order, each by itself', async () => {
    const ids = [randomUUID(), randomUUID()];
    const batch = [{ type: 'ping', id: ids[0] }, { type: 'dance' }, { type: 'ping', id: ids[1] }];
    startSession().receive(JSON.stringify(batch));
    await peer.received(4);
    expect(peer.messages.slice(1).map((message) => message.replyTo ?? message.type)).toEqual([
      ids[0]!,
      'error',
      ids[1]!,
    ]);
  });

  it('refuses to cancel what is not there', async () => {
    const replyTo = randomUUID();
    startSession().receive(JSON.stringify({ type: 'cancel', replyTo }));
    await peer.received(2);
    expect(peer.messages[1]).toEqual(jasmine.objectContaining({ code: 'not_found', replyTo, retryable: false }));
  });

  it('names the limit of jobs', async () => {
    const session = startSession();
    for (const content of ['等一', '等二']) session.receive(promptFrame(content));
    const id = randomUUID();
    session.receive(promptFrame('三', id));
    await peer.received(7);
    const error = peer.messages.find(({ type }) => type === 'error');
    expect(error).toEqual(jasmine.objectContaining({ code: 'queue_full', replyTo: id, retryable: true }));
    expect(error).toEqual(jasmine.objectContaining({ content: jasmine.stringContaining('2') }));
  });

  it('refuses binary frames', async () => {
    startSession().receiveBinary();
    await peer.received(2);
    expect(peer.messages[1]).toEqual(jasmine.objectContaining({ code: 'unsupported', retryable: false }));
  });

  it('answers what comes too fast with how long to wait, then goes on', async () => {
    let time = 0;
    context = { ...context, rates: ratesOf({ perSecond: 10, burst: 1 }, () => time) };
    const ids = Array.from({ length: 3 }, () => randomUUID());
    const session = startSession();
    session.receive(JSON.stringify({ type: 'ping', id: ids[0] }));
    session.receive(JSON.stringify({ type: 'ping', id: ids[1] }));
    time += 100;
    session.receive(JSON.stringify({ type: 'ping', id: ids[2] }));
    await peer.received(4);
    expect(peer.messages.slice(1).map((message) => message.replyTo)).toEqual(ids);
    expect(peer.messages[2]).toEqual(
      jasmine.objectContaining({ code: 'rate_limited', retryable: true, retryAfterMs: 100 }),
    );
  });

  it('closes a client that never slows down with 4429', async () => {
    const session = startSession();
    const frame = JSON.stringify(Array.from({ length: 40 }, () => ({ type: 'ping', id: randomUUID() })));
    for (let count = 0; count < 5; count++) session.receive(frame);
    await peer.closed();
    expect(peer.closedWith?.code).toBe(4429);
  });

  it('counts an empty batch against the client', async () => {
    const session = startSession();
    for (let count = 0; count < 200; count++) session.receive('[]');
    await peer.closed();
    expect(peer.closedWith?.code).toBe(4429);
  });

  it('hides its own faults, and goes on', async () => {
    const fault = new Error('inner');
    const id = randomUUID();
    spyOn(queue, 'add').and.rejectWith(fault);
    const session = startSession();
    session.receive(promptFrame('一', id));
    session.receive(JSON.stringify({ type: 'ping', id }));
    await peer.received(3);
    const internal = { code: 'internal', replyTo: id, retryable: true };
    expect(peer.messages[1]).toEqual(jasmine.objectContaining(internal));
    expect(peer.messages[2]).toEqual(jasmine.objectContaining({ event: 'pong' }));
    expect(JSON.stringify(peer.messages)).not.toContain('inner');
    expect(logger.entries.filter(({ level }) => level === 'error').map(({ details }) => details)).toEqual([
      jasmine.objectContaining({ err: fault }),
    ]);
  });

  it('closes with 1011 where the log can’t be read', async () => {
    spyOn(log, 'extent').and.rejectWith(new Error('inner'));
    startSession();
    await peer.closed();
    expect(peer.closedWith).toEqual({ code: 1011, reason: 'internal' });
  });

  it('sends nothing after its end, though its jobs go on', async () => {
    const session = startSession();
    session.receive(promptFrame('一'));
    session.end();
    await until(async () => (await log.extent(CODE)).lastSeq === 6);
    expect(peer.frames).toEqual([]);
  });

  it('writes a message once for all its sockets', async () => {
    const other = new RecordingPeer();
    startSession();
    startSession({ peer: other });
    await Promise.all([peer.received(1), other.received(1)]);
    const stringify = spyOn(JSON, 'stringify').and.callThrough();
    await log.append(CODE, { type: 'text', content: '喵' });
    await Promise.all([peer.received(2), other.received(2)]);
    expect(stringify).toHaveBeenCalledTimes(1);
  });
});
