import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { troubleOfModel } from './model-server.ts';

describe('what keeps a language model from answering', () => {
  const servers: Server[] = [];

  /** The base address of a server that answers everything alike. */
  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  }
  const having = (...names: readonly string[]): Promise<string> =>
    serve((_, response) => response.end(JSON.stringify({ data: names.map((id) => ({ id })) })));
  const troubleAt = (url: string | undefined, limitMs = 5_000): Promise<string | undefined> =>
    troubleOfModel({ model: 'qwen3', url, key: 'sk-secret' }, AbortSignal.timeout(limitMs));

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('is nothing where the server has it, by its whole name or without its tag', async () => {
    expect(await troubleAt(await having('llama4', 'qwen3'))).toBeUndefined();
    expect(await troubleAt(await having('qwen3:latest'))).toBeUndefined();
  });

  it('is nothing that anybody knows of where a server has no list, or none was named', async () => {
    expect(await troubleAt(await serve((_, response) => response.writeHead(404).end('no')))).toBeUndefined();
    expect(await troubleAt(await serve((_, response) => response.end('<title>hello</title>')))).toBeUndefined();
    expect(await troubleAt(undefined)).toBeUndefined();
  });

  it('asks with the key, and says where that is refused', async () => {
    const asked: (readonly (string | undefined)[])[] = [];
    const url = await serve(({ url: path, headers }, response) => {
      asked.push([path, headers.authorization]);
      response.writeHead(401).end();
    });
    expect(await troubleAt(`${url}/`)).toBe(`The language model "qwen3" at ${url}/ refuses the key: see TEXT_KEY.`);
    expect(asked).toEqual([['/v1/models', 'Bearer sk-secret']]);
  });

  it('is that the server has others', async () => {
    const url = await having('llama4', 'gemma4');
    expect(await troubleAt(url)).toContain('is not there: that server has llama4, gemma4.');
  });

  it('is that nobody answers, or not yet', async () => {
    const url = await serve(() => undefined);
    expect(await troubleAt(url, 50)).toContain('has not answered yet');
    servers[0]?.closeAllConnections();
    await new Promise((resolve) => servers.shift()?.close(resolve));
    expect(await troubleAt(url)).toContain('does not answer (ECONNREFUSED)');
  });
});
