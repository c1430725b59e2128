import { CloseCode, DEFAULT_LIMITS, ENDPOINT_PATH } from '../../../protocol/index.ts';
import type { WebSocketConstructor } from '../../platform/browser.ts';
import { ContractClient } from './contract-client.ts';

/** A gateway to hold against the contract, and the sockets that reach it. */
export interface ContractSubject {
  readonly WebSocketCtor: WebSocketConstructor;
  /** For example `ws://127.0.0.1:9943`. */
  readonly origin: string;
}

/**
 * What the services rely on, of sockets and of gateways. It runs on the fakes that their specs use and on
 * the browser's own sockets before the real gateway, so that the fakes can't be kinder than the world.
 */
export function describeGatewayContract(name: string, subject: () => Promise<ContractSubject>): void {
  describe(`the gateway contract: ${name}`, () => {
    let clients: ContractClient[];
    let address: string;
    let WebSocketCtor: WebSocketConstructor;

    function open(query: Readonly<Record<string, string>> = { code: crypto.randomUUID() }): ContractClient {
      const client = new ContractClient(new WebSocketCtor(`${address}?${new URLSearchParams(query)}`));
      clients.push(client);
      return client;
    }

    async function greeted(query?: Readonly<Record<string, string>>): Promise<ContractClient> {
      const client = open(query);
      await client.message('welcome');
      return client;
    }

    beforeEach(async () => {
      clients = [];
      const { origin, ...sockets } = await subject();
      address = origin + ENDPOINT_PATH;
      ({ WebSocketCtor } = sockets);
    });

    afterEach(() => clients.forEach((client) => client.socket.close()));

    it('opens a socket later, never at once', async () => {
      const { socket, opened } = open();
      expect(socket.readyState).toBe(WebSocket.CONNECTING);
      await opened;
      expect(socket.readyState).toBe(WebSocket.OPEN);
    });

    it('lets nothing be sent while connecting', () => {
      const { socket } = open();
      expect(() => socket.send('{}')).toThrowMatching((error: DOMException) => error.name === 'InvalidStateError');
    });

    it('ends a close while connecting with error and then 1006', async () => {
      const client = open();
      client.socket.close();
      expect(client.socket.readyState).toBe(WebSocket.CLOSING);
      const { code, wasClean } = await client.closed;
      expect({ code, wasClean, events: client.events }).toEqual({
        code: CloseCode.AbnormalClosure,
        wasClean: false,
        events: ['error', 'close'],
      });
    });

    it('answers a close by handshake, with the code', async () => {
      const client = await greeted();
      client.socket.close(CloseCode.NormalClosure);
      expect(client.socket.readyState).toBe(WebSocket.CLOSING);
      const { code, wasClean } = await client.closed;
      expect({ code, wasClean }).toEqual({ code: CloseCode.NormalClosure, wasClean: true });
    });

    it('drops what is sent while closing, and does not throw', async () => {
      const client = await greeted();
      client.socket.close();
      expect(() => client.send({ type: 'ping', id: crypto.randomUUID() })).not.toThrow();
      await client.closed;
    });

    it('refuses close codes and reasons that a client may not give', async () => {
      const { socket } = await greeted();
      expect(() => socket.close(CloseCode.GoingAway)).toThrowMatching(
        (error: DOMException) => error.name === 'InvalidAccessError',
      );
      expect(() => socket.close(4_000, '字'.repeat(42))).toThrowMatching(
        (error: DOMException) => error.name === 'SyntaxError',
      );
      expect(socket.readyState).toBe(WebSocket.OPEN);
    });

    it('greets first, with its limits', async () => {
      const client = open();
      const welcome = await client.message('welcome');
      expect(client.messages[0]).toBe(welcome);
      expect(welcome['limits']).toEqual(DEFAULT_LIMITS);
      expect(welcome['lastSeq']).toBe(0);
    });

    for (const code of ['', 'kitten', '123']) {
      it(`opens for the code "${code}" and then closes with 4400`, async () => {
        const client = open(code === '' ? {} : { code });
        await client.opened;
        expect((await client.closed).code).toBe(CloseCode.MalformedRequest);
      });
    }

    it('makes a video of a prompt, its durable messages numbered from 1 without a gap', async () => {
      const client = await greeted();
      const id = crypto.randomUUID();
      client.send({ type: 'text', id, content: '一只猫' });
      await client.message('completed');
      const durable = client.messages.filter(({ seq }) => seq !== undefined);
      expect(durable.map(({ seq }) => seq)).toEqual(durable.map((_, index) => index + 1));
      expect(durable.every(({ replyTo }) => replyTo === id)).toBeTrue();
      expect(durable.map(({ type, event }) => event ?? type).filter((kind) => kind !== 'image')).toEqual([
        'accepted',
        'started',
        'text',
        'video',
        'completed',
      ]);
    });

    it('accepts the same prompt twice and runs it once', async () => {
      const client = await greeted();
      const prompt = { type: 'text', id: crypto.randomUUID(), content: '一只猫' };
      client.send(prompt);
      const { jobId } = await client.message('accepted');
      await client.message('completed');
      const count = client.messages.length;
      client.send(prompt);
      client.send({ type: 'ping', id: crypto.randomUUID() });
      await client.message('pong');
      const repeated = client.messages.slice(count).filter(({ event }) => event !== 'pong');
      expect(repeated.map(({ event, jobId }) => ({ event, jobId }))).toEqual([{ event: 'accepted', jobId }]);
    });

    it('replays what was missed, once, to a client that comes back', async () => {
      const code = crypto.randomUUID();
      const first = await greeted({ code });
      first.send({ type: 'text', id: crypto.randomUUID(), content: '一只猫' });
      const { seq: lastSeq } = await first.message('completed');
      const { epoch } = await first.message('welcome');
      first.socket.close();
      const second = open({ code, after: '2', epoch: String(epoch) });
      expect((await second.message('welcome'))['recovered']).toBeTrue();
      await second.message('completed');
      const seqs = second.messages.map(({ seq }) => seq).filter((seq) => seq !== undefined);
      expect(seqs).toEqual(Array.from({ length: Number(lastSeq) - 2 }, (_, index) => index + 3));
    });

    it('answers a ping', async () => {
      const client = await greeted();
      const id = crypto.randomUUID();
      client.send({ type: 'ping', id });
      expect((await client.message('pong')).replyTo).toBe(id);
    });

    const faults: readonly [string, string, string][] = [
      ['a broken frame', '{"type":"te', 'bad_frame'],
      ['an unknown type', '{"type":"dance"}', 'unsupported'],
      ['a prompt without content', '{"type":"text"}', 'bad_frame'],
      ['a prompt that is too long', JSON.stringify({ type: 'text', content: '猫'.repeat(4_001) }), 'too_large'],
    ];
    for (const [what, frame, code] of faults) {
      it(`tells ${what} by ${code} and lives on`, async () => {
        const client = await greeted();
        client.socket.send(frame);
        expect((await client.message('error'))['code']).toBe(code);
        client.send({ type: 'ping', id: crypto.randomUUID() });
        expect(await client.message('pong')).toBeDefined();
      });
    }

    it('closes with 1009 after a frame above the limit', async () => {
      const client = await greeted();
      client.socket.send(JSON.stringify({ type: 'text', content: 'x'.repeat(DEFAULT_LIMITS.maxFrameBytes) }));
      expect((await client.closed).code).toBe(CloseCode.MessageTooBig);
    });
  });
}
