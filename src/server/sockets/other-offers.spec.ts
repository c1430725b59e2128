import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { answerOtherOffers } from './other-offers.ts';

describe('answerOtherOffers', () => {
  let app: FastifyInstance;
  let upgrades: (string | undefined)[];

  /** A server of which Node lets go of every upgrade, as before it could be told which it is. */
  beforeEach(async () => {
    app = fastify();
    upgrades = [];
    app.server.on('upgrade', (request, connection) => {
      upgrades.push(request.headers.upgrade);
      connection.end('HTTP/1.1 418 I am a teapot\r\n\r\n');
    });
    app.get('/', () => 'a page');
    answerOtherOffers(app);
    await app.listen();
  });

  afterEach(() => app.close());

  async function answerTo(method: string, protocol: string): Promise<string> {
    const socket = connect((app.server.address() as AddressInfo).port);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.write(`${method} / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`);
    await once(socket, 'close');
    return answer;
  }

  it('answers h2c as the GET that it is, and ends the connection', async () => {
    expect(await answerTo('GET', 'h2c')).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*a page$/);
    expect(await answerTo('POST', 'h2c')).toMatch(/^HTTP\/1\.1 400 /);
    expect(upgrades).toEqual([]);
  });

  it('leaves WebSocket to those who were there', async () => {
    expect(await answerTo('GET', 'WebSocket')).toMatch(/^HTTP\/1\.1 418 /);
    expect(upgrades).toEqual(['WebSocket']);
  });
});
