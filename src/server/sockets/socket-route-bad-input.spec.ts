import { randomUUID } from 'node:crypto';
import type { PromptMessage } from '../../protocol/index.ts';
import { label, prompt } from '../ports/testing/messages.ts';
import { useSocketHarness } from '../testing/socket-harness.ts';
import type { TestClient } from '../testing/test-client.ts';

describe('a socket with bad input', () => {
  let bystander: TestClient;
  let sibling: TestClient;
  const server = useSocketHarness();

  beforeEach(async () => {
    bystander = server.connect({ query: { code: randomUUID() } });
    sibling = server.connect();
    await Promise.all([bystander.untilEvent('welcome'), sibling.untilEvent('welcome')]);
  });

  /** Another code's client and another socket of this code get answers, and have been sent nothing else. */
  async function expectOthersUndisturbed(): Promise<void> {
    for (const other of [bystander, sibling]) {
      const id = randomUUID();
      other.send({ type: 'ping', id });
      await other.untilAnswer(id);
      expect(other.messages.map(label)).toEqual(['(welcome)', '(pong)']);
    }
  }

  const id = '5a0c1f0e-0000-4000-8000-000000000001';
  const withAttachment = (url: string): PromptMessage => ({ ...prompt('猫', id), attachments: [url] });
  const refused: readonly [name: string, frame: unknown, code: string, replyTo: string | undefined][] = [
    ['a frame that looks like JSON and is not', '{"type":"text"', 'bad_frame', undefined],
    ['an object without a type', { id }, 'bad_frame', id],
    ['an unknown type', { type: 'dance', id }, 'unsupported', id],
    ['a prompt without content', { type: 'text', id }, 'bad_frame', id],
    ['a prompt of blanks', { type: 'text', id, content: ' \n' }, 'bad_frame', id],
    ['content of another kind', { type: 'text', id, content: 7 }, 'bad_frame', id],
    ['4,001 characters', { type: 'text', id, content: '猫'.repeat(4_001) }, 'too_large', id],
    ['a prompt whose id is no UUID', { type: 'text', id: 'x', content: '猫' }, 'bad_frame', undefined],
    ['an attachment with a forbidden scheme', withAttachment('javascript:alert(1)'), 'bad_frame', id],
    ['an attachment of HTML', withAttachment('data:text/html,hi'), 'bad_frame', id],
    ['a batch of nonsense', ['x', 7], 'bad_frame', undefined],
    ['a cancel without a prompt', { type: 'cancel' }, 'bad_frame', undefined],
    ['a binary frame', Buffer.from([0, 0, 0, 2, 123, 125]), 'unsupported', undefined],
  ];
  for (const [name, frame, errorCode, replyTo] of refused) {
    it(`refuses ${name} with ${errorCode}, and disturbs no one`, async () => {
      const client = server.connect();
      await client.untilEvent('welcome');
      client.send(frame);
      const error = await client.until(({ type }) => type === 'error');
      expect(error).toEqual(jasmine.objectContaining({ code: errorCode, retryable: false }));
      expect(error.replyTo).toBe(replyTo);
      expect(error.seq).toBeUndefined();
      client.send({ type: 'ping', id: server.code });
      await client.untilAnswer(server.code);
      expect(server.engine.requests).toEqual([]);
      await expectOthersUndisturbed();
    });
  }

  it('names the limit with too_large, and accepts exactly that many', async () => {
    const client = server.connect();
    const { limits } = await client.untilEvent('welcome');
    client.send(prompt('😺'.repeat(limits.maxContentLength + 1)));
    const error = await client.until(({ type }) => type === 'error');
    expect(error.type === 'error' && error.content).toContain('4000');
    client.send(prompt('😺'.repeat(limits.maxContentLength)));
    await client.untilEvent('accepted');
  });

  it('closes with 1009 after a payload above 64 KiB, and disturbs no one', async () => {
    const client = server.connect();
    await client.untilEvent('welcome');
    client.send('x'.repeat(64 * 1024 + 1));
    expect((await client.closed).code).toBe(1009);
    await expectOthersUndisturbed();
  });

  it('closes with 1007 after a text that is no UTF-8, and disturbs no one', async () => {
    const client = server.connect();
    await client.untilEvent('welcome');
    client.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect((await client.closed).code).toBe(1007);
    await expectOthersUndisturbed();
  });

  for (const query of [{}, { code: '' }, { code: 'me' }, { code: '5a0c1f0e-0000-4000-8000' }]) {
    it(`opens and closes with 4400 for ${JSON.stringify(query)}, and disturbs no one`, async () => {
      const client = server.connect({ query });
      const opened = new Promise((resolve) => client.socket.on('open', () => resolve('opened')));
      expect(await opened).toBe('opened');
      expect((await client.closed).code).toBe(4400);
      expect(client.messages).toEqual([]);
      await expectOthersUndisturbed();
    });
  }

  it('shows HTML in a prompt to its engine as it is', async () => {
    const client = server.connect({ query: { code: randomUUID() } });
    await client.untilEvent('welcome');
    client.send(prompt('<b>猫</b>'));
    await client.untilEvent('completed');
    expect(server.engine.requests.map((request) => request.prompt)).toEqual(['<b>猫</b>']);
    await expectOthersUndisturbed();
  });

  it('closes a client that floods with 4429, and disturbs no other code', async () => {
    const client = server.connect({ query: { code: randomUUID() } });
    await client.untilEvent('welcome');
    for (let count = 0; count < 400; count++) client.send({ type: 'ping', id: server.code });
    expect((await client.closed).code).toBe(4429);
    const codes = client.messages.map((message) => message.type === 'error' && message.code);
    expect(codes).toContain('rate_limited');
    await expectOthersUndisturbed();
  });

  it('refuses a page of another origin with 403, and disturbs no one', async () => {
    const client = server.connect({ origin: 'https://evil.example' });
    const status = await new Promise((resolve) => {
      client.socket.on('unexpected-response', (_request, response) => {
        response.resume();
        resolve(response.statusCode);
        client.socket.terminate();
      });
    });
    expect(status).toBe(403);
    await expectOthersUndisturbed();
  });
});
