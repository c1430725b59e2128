import { elapse, useFakeClock } from '../../testing/index.ts';
import { DEFAULT_LIMITS } from '../../protocol/index.ts';
import type { Delivery } from './outbox-entry.ts';
import { accepted, prompt, refused } from '../testing/messages.ts';
import { openOutbox, RecordingSocket, states } from '../testing/outbox-harness.ts';
import { collect } from '../testing/service-harness.ts';

describe('Outbox', () => {
  useFakeClock();

  describe('before a server that acknowledges', () => {
    it('sends one at a time, each when the one before has been accepted', async () => {
      const outbox = await openOutbox();
      for (const id of ['a', 'b', 'c']) outbox.add(prompt(id));
      const socket = new RecordingSocket();
      outbox.attach(socket);
      expect(socket.carried).toEqual(['a']);
      expect(states(outbox, 'b')).toEqual(['queued']);
      for (const id of ['a', 'b', 'c']) outbox.receiveAnswer(accepted(id));
      expect(socket.carried).toEqual(['a', 'b', 'c']);
      expect(states(outbox, 'c')).toEqual(['accepted']);
    });

    it('sends again over the next link what was not accepted, and only that', async () => {
      const outbox = await openOutbox();
      for (const id of ['a', 'b']) outbox.add(prompt(id));
      const seen: Delivery[] = collect(outbox.delivery$('b'));
      outbox.attach(new RecordingSocket());
      outbox.receiveAnswer(accepted('a'));
      outbox.detach();
      const next = new RecordingSocket();
      outbox.attach(next);
      expect(next.carried).toEqual(['b']);
      expect(seen.map(({ state }) => state)).toEqual(['queued', 'sent', 'queued', 'sent']);
    });

    it('takes any message of its job for an acceptance', async () => {
      const outbox = await openOutbox();
      outbox.attach(new RecordingSocket());
      outbox.add(prompt('a'));
      outbox.receiveAnswer({ type: 'text', id: 't', ts: 0, content: '', jobId: 'job', replyTo: 'a' });
      expect(states(outbox, 'a')).toEqual(['accepted']);
    });

    it('takes the end of a job, even by an error, for an acceptance too', async () => {
      const outbox = await openOutbox();
      outbox.attach(new RecordingSocket());
      outbox.add(prompt('a'));
      outbox.receiveAnswer(refused('a', { code: 'engine_failed', jobId: 'job' }));
      expect(states(outbox, 'a')).toEqual(['accepted']);
    });

    it('fails what the server refuses, with its words, and goes on with the next', async () => {
      const outbox = await openOutbox();
      const socket = new RecordingSocket();
      outbox.attach(socket);
      for (const id of ['a', 'b']) outbox.add(prompt(id));
      outbox.receiveAnswer(refused('a', { code: 'bad_frame', content: '看不懂', retryable: false }));
      outbox.receiveAnswer(accepted('a'));
      expect(collect(outbox.delivery$('a'))).toEqual([{ state: 'failed', reason: 'bad_frame', cause: '看不懂' }]);
      expect(socket.carried).toEqual(['a', 'b']);
    });

    it('waits as long as a server asks that gets too much, and keeps the order', async () => {
      const outbox = await openOutbox();
      const socket = new RecordingSocket();
      outbox.attach(socket);
      for (const id of ['a', 'b']) outbox.add(prompt(id));
      expect(outbox.receiveAnswer(refused('a', { code: 'rate_limited', retryAfterMs: 500 }))).toBe('withhold');
      const refusal = { reason: 'rate_limited', waitMs: 500 };
      expect(collect(outbox.delivery$('a'))).toEqual([{ state: 'sent', refusal }]);
      await elapse(499);
      expect(socket.carried).toEqual(['a']);
      await elapse(1);
      outbox.receiveAnswer(accepted('a'));
      expect(socket.carried).toEqual(['a', 'a', 'b']);
    });

    it('waits for a place where the server has too many jobs, and loses nothing by it', async () => {
      const outbox = await openOutbox();
      const socket = new RecordingSocket();
      outbox.attach(socket);
      for (const id of ['a', 'b']) outbox.add(prompt(id));
      outbox.receiveAnswer(refused('a'));
      await elapse(3_000);
      outbox.receiveAnswer(accepted('a'));
      expect(socket.carried).toEqual(['a', 'a', 'b']);
    });

    it('does not send again what has closed the socket for its size', async () => {
      const outbox = await openOutbox();
      outbox.attach(new RecordingSocket());
      for (const id of ['a', 'b']) outbox.add(prompt(id));
      outbox.failSent();
      outbox.detach();
      const next = new RecordingSocket();
      outbox.attach(next);
      expect(next.carried).toEqual(['b']);
      expect(states(outbox, 'a')).toEqual(['failed']);
    });

    it('sends again what a server has not answered for ten seconds', async () => {
      const outbox = await openOutbox();
      const socket = new RecordingSocket();
      outbox.attach(socket);
      outbox.add(prompt('a'));
      await elapse(10_000);
      expect(socket.carried).toEqual(['a', 'a']);
      outbox.receiveAnswer(accepted('a'));
      await elapse(60_000);
      expect(socket.carried).toEqual(['a', 'a']);
    });
  });

  it('is done with a prompt once a basic server has been sent it', async () => {
    const outbox = await openOutbox();
    for (const id of ['a', 'b']) outbox.add(prompt(id));
    const socket = new RecordingSocket('basic');
    outbox.attach(socket);
    outbox.detach();
    const next = new RecordingSocket('basic');
    outbox.attach(next);
    expect(socket.carried).toEqual(['a', 'b']);
    expect(next.carried).toEqual([]);
    expect(states(outbox, 'a')).toEqual(['sent']);
  });

  it('sends each once to a basic server, also behind one that fails', async () => {
    const outbox = await openOutbox();
    outbox.add(prompt('a', 'x'.repeat(DEFAULT_LIMITS.maxFrameBytes)));
    for (const id of ['b', 'c']) outbox.add(prompt(id));
    const socket = new RecordingSocket('basic');
    outbox.attach(socket);
    expect(socket.carried).toEqual(['b', 'c']);
  });

  describe('cancelling', () => {
    it('withdraws what has not gone out', async () => {
      const outbox = await openOutbox();
      outbox.add(prompt('a'));
      outbox.cancel('a');
      const socket = new RecordingSocket();
      outbox.attach(socket);
      expect(socket.carried).toEqual([]);
      expect(states(outbox, 'a')).toEqual(['failed']);
    });

    it('stops the job of what has been accepted', async () => {
      const outbox = await openOutbox();
      const socket = new RecordingSocket();
      outbox.attach(socket);
      outbox.add(prompt('a'));
      outbox.receiveAnswer(accepted('a'));
      outbox.cancel('a');
      expect(socket.carried).toEqual(['a', 'cancel a']);
    });

    it('stops the job of what the server may have, as soon as it is known', async () => {
      const outbox = await openOutbox();
      outbox.attach(new RecordingSocket());
      outbox.add(prompt('a'));
      outbox.detach();
      outbox.cancel('a');
      const next = new RecordingSocket();
      outbox.attach(next);
      expect(next.carried).toEqual(['a']);
      outbox.receiveAnswer(accepted('a'));
      expect(next.carried).toEqual(['a', 'cancel a']);
    });

    it('keeps a cancel for the next link', async () => {
      const outbox = await openOutbox();
      outbox.attach(new RecordingSocket());
      outbox.add(prompt('a'));
      outbox.receiveAnswer(accepted('a'));
      outbox.detach();
      outbox.cancel('a');
      const next = new RecordingSocket();
      outbox.attach(next);
      expect(next.carried).toEqual(['cancel a']);
    });
  });

  describe('limits', () => {
    it('fails a prompt that no server would take, instead of losing the socket to it', async () => {
      const outbox = await openOutbox();
      const socket = new RecordingSocket();
      outbox.attach(socket);
      outbox.add(prompt('a', 'x'.repeat(DEFAULT_LIMITS.maxFrameBytes)));
      outbox.add(prompt('b'));
      expect(socket.carried).toEqual(['b']);
      expect(states(outbox, 'a')).toEqual(['failed']);
    });

    it('fails a prompt that can not be written, and goes on', async () => {
      const outbox = await openOutbox();
      const socket = new RecordingSocket();
      outbox.attach(socket);
      outbox.add({ ...prompt('a'), options: { seed: 1n as unknown as number } });
      outbox.add(prompt('b'));
      expect(socket.carried).toEqual(['b']);
      expect(states(outbox, 'a')).toEqual(['failed']);
    });

    it('is bounded: a prompt too many fails, and none before it is lost', async () => {
      const outbox = await openOutbox();
      for (let index = 0; index <= 1_000; index++) outbox.add(prompt(`p${index}`));
      expect(states(outbox, 'p1000')).toEqual(['failed']);
      const socket = new RecordingSocket('basic');
      outbox.attach(socket);
      expect(socket.carried.length).toBe(1_000);
      expect(socket.carried[0]).toBe('p0');
    });
  });

  it('says nothing of a prompt that it never had', async () => {
    expect(states(await openOutbox(), 'x')).toEqual([]);
  });

  for (const kind of ['full', 'basic'] as const) {
    it(`lets what is sent or cancelled while the socket of a ${kind} server closes wait for the next`, async () => {
      const outbox = await openOutbox();
      const socket = new RecordingSocket(kind);
      outbox.attach(socket);
      socket.isClosing = true;
      outbox.add(prompt('a'));
      outbox.cancel('of before');
      expect(states(outbox, 'a')).toEqual(['queued']);
      outbox.detach();
      const next = new RecordingSocket(kind);
      outbox.attach(next);
      outbox.receiveAnswer(accepted('a'));
      expect(next.carried).toEqual(['a', 'cancel of before']);
    });
  }
});
