import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { EngineFault } from '../port/engine-fault.ts';
import { redactor } from '../remote/redactor.ts';
import { VideosClient } from './videos-client.ts';

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('VideosClient at a server that leads elsewhere', () => {
  let servers: Server[];
  let client: VideosClient;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    const inside = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'image/png' }).end('secret');
    });
    const address = await listen(inside);
    const leading = createServer((_request, response) => {
      response.writeHead(302, { location: `${address}/latest/meta-data` }).end();
    });
    servers = [inside, leading];
    client = new VideosClient({ baseUrl: await listen(leading), key: 'key', redact: redactor('key') });
  });

  afterEach(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('takes no picture from there', async () => {
    expect(await client.image('/video_1/content?variant=thumbnail', AbortSignal.timeout(5_000))).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('asks there for nothing, and takes no prompt there', async () => {
    for (const request of [{ path: '/video_1' }, { method: 'POST', body: '{}' }] as const) {
      await expectAsync(client.request(request, z.json())).toBeRejectedWithError(EngineFault);
    }
    expect(asked).toEqual([]);
  });
});
