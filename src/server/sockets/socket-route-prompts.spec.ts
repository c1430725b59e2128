import { randomUUID } from 'node:crypto';
import type { ServerMessage } from '../../protocol/index.ts';
import { label, prompt } from '../ports/testing/messages.ts';
import { CLIP } from '../../engines/testing/scripted-engine.ts';
import { useSocketHarness } from '../testing/socket-harness.ts';

describe('a socket with prompts', () => {
  const server = useSocketHarness();

  it('sends the way of a prompt to its video, in order', async () => {
    const client = server.connect();
    const message = prompt('一只橘猫在雨夜的霓虹街头散步');
    await client.untilEvent('welcome');
    client.send(message);
    await client.untilEvent('completed');
    expect(client.messages.map(label)).toEqual([
      '(welcome)',
      'accepted',
      'started',
      '(progress)',
      '(text)',
      '(text)',
      '(image)',
      'text',
      'image',
      'video',
      'completed',
    ]);
    const [, ...answers] = client.messages;
    expect(new Set(answers.map(({ replyTo }) => replyTo))).toEqual(new Set([message.id]));
    expect(new Set(answers.map(({ jobId }) => jobId)).size).toBe(1);
    expect(answers.flatMap(({ seq }) => seq ?? [])).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('sends a video and a poster that can be fetched', async () => {
    const client = server.connect();
    client.socket.on('open', () => client.send(prompt('橘猫')));
    const video = await client.until(({ type }) => type === 'video');
    if (video.type !== 'video') throw new Error('no video');
    const clip = await fetch(server.gateway.url + String(video.url));
    expect(new Uint8Array(await clip.arrayBuffer())).toEqual(CLIP.bytes);
    expect((await fetch(server.gateway.url + String(video.posterUrl))).headers.get('content-type')).toBe('image/png');
  });

  it('takes a frame sent in the moment of opening', async () => {
    const client = server.connect();
    client.socket.on('open', () => client.send({ type: 'ping', id: server.code }));
    await client.untilAnswer(server.code);
    expect(client.messages.map(label)).toEqual(['(welcome)', '(pong)']);
  });

  it('sends waiting prompts their positions, and the new ones when they move up', async () => {
    const client = server.connect();
    await client.untilEvent('welcome');
    const ids = ['等一', '等二', '等三'].map((content) => {
      const message = prompt(content);
      client.send(message);
      return message.id;
    });
    const queuedAt = (id: string | undefined, position: number): Promise<ServerMessage> =>
      client.until((message) => {
        const isQueued = message.type === 'system' && message.event === 'queued';
        return isQueued && message.replyTo === id && message.position === position;
      });
    await queuedAt(ids[1], 1);
    await queuedAt(ids[2], 2);
    client.send({ type: 'cancel', replyTo: ids[0] });
    expect(label(await queuedAt(ids[2], 1))).toBe('(queued)');
  });

  it('runs a prompt sent twice once, from two sockets too', async () => {
    const client = server.connect();
    const other = server.connect();
    const message = prompt('橘猫');
    await Promise.all([client.untilEvent('welcome'), other.untilEvent('welcome')]);
    client.send(message);
    const { jobId } = await client.untilEvent('completed');
    other.send(message);
    const again = await other.until((answer) => label(answer) === '(accepted)');
    expect(jobId).toBeDefined();
    expect(again.jobId).toBe(jobId);
    expect(server.engine.requests.length).toBe(1);
    expect(client.messages.map(label)).not.toContain('(accepted)');
  });

  it('cancels a prompt that runs', async () => {
    const client = server.connect();
    const message = prompt('等');
    await client.untilEvent('welcome');
    client.send(message);
    await client.untilEvent('progress');
    client.send({ type: 'cancel', replyTo: message.id });
    await client.untilEvent('cancelled');
    expect(client.messages.map(label).slice(-2)).toEqual(['text', 'cancelled']);
  });

  it('cancels a prompt that waits, which then never runs', async () => {
    const client = server.connect();
    const [first, second, third] = [prompt('等一'), prompt('等二'), prompt('三')];
    await client.untilEvent('welcome');
    client.send([first, second, third]);
    client.send({ type: 'cancel', replyTo: second.id });
    await client.until((message) => label(message) === 'cancelled' && message.replyTo === second.id);
    client.send({ type: 'cancel', replyTo: first.id });
    await client.until((message) => label(message) === 'completed' && message.replyTo === third.id);
    expect(server.engine.requests.map((request) => request.prompt)).toEqual(['等一', '三']);
  });

  it('ends a prompt that its engine fails on with an error, and goes on with the next', async () => {
    const client = server.connect();
    await client.untilEvent('welcome');
    client.send([prompt('坏的'), prompt('好的')]);
    await client.untilEvent('completed');
    const error = client.messages.find(({ type }) => type === 'error');
    expect(error).toEqual(jasmine.objectContaining({ code: 'engine_failed', retryable: true }));
    expect(JSON.stringify(client.messages)).not.toContain('secret');
  });

  it('informs every socket of a code, and no other code, though it knows the prompt’s id', async () => {
    const [client, sibling] = [server.connect(), server.connect()];
    const stranger = server.connect({ query: { code: randomUUID() } });
    await Promise.all([client, sibling, stranger].map((each) => each.untilEvent('welcome')));
    const message = prompt('等');
    client.send(message);
    await sibling.untilEvent('progress');
    stranger.send({ type: 'cancel', replyTo: message.id });
    const refusal = await stranger.untilAnswer(message.id);
    expect(refusal).toEqual(jasmine.objectContaining({ type: 'error', code: 'not_found' }));
    client.send({ type: 'cancel', replyTo: message.id });
    await sibling.untilEvent('cancelled');
    expect(stranger.messages.map(label)).toEqual(['(welcome)', '(error)']);
    expect(sibling.messages.slice(1)).toEqual(client.messages.slice(1));
  });

  it('replays what a client missed, without a gap or a repeat, while new messages come', async () => {
    const client = server.connect();
    const { epoch } = await client.untilEvent('welcome');
    client.send(prompt('一'));
    await client.untilEvent('started');
    const has = client.messages.flatMap(({ seq }) => seq ?? []);
    await client.leave();
    const back = server.connect({ query: { code: server.code, epoch, after: String(has.at(-1)) } });
    back.socket.on('open', () => back.send(prompt('二')));
    await back.until((message) => label(message) === 'completed' && (message.seq ?? 0) > 7);
    const seqs = [...has, ...back.messages.flatMap(({ seq }) => seq ?? [])];
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect(await back.untilEvent('welcome')).toEqual(jasmine.objectContaining({ epoch, recovered: true }));
  });

  it('gives a client of another epoch everything, and a first visit nothing', async () => {
    const client = server.connect();
    await client.untilEvent('welcome');
    client.send(prompt('一'));
    await client.untilEvent('completed');
    const newcomer = server.connect();
    const survivor = server.connect({ query: { code: server.code, epoch: randomUUID(), after: '40' } });
    await survivor.untilEvent('completed');
    expect(survivor.messages.map(label).slice(0, 2)).toEqual(['(welcome)', 'accepted']);
    expect(await newcomer.untilEvent('welcome')).toEqual(jasmine.objectContaining({ lastSeq: 6 }));
    newcomer.send({ type: 'ping', id: server.code });
    await newcomer.untilAnswer(server.code);
    expect(newcomer.messages.map(label)).toEqual(['(welcome)', '(pong)']);
  });
});
