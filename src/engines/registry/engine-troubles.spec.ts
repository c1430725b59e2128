import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ComfyUiStandIn } from '../comfyui/testing/comfyui-stand-in.ts';
import type { EngineConfig } from '../config/engine-config.ts';
import { VideosServer } from '../openai-videos/testing/videos-server.ts';
import { loadEngines } from './load-engines.ts';

describe('what keeps an engine from making clips', () => {
  const servers: Server[] = [];

  /** A server that answers everything alike. */
  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const answering = (status: number, body: string): Promise<string> =>
    serve((_, response) => response.writeHead(status).end(body));

  /** What is said of an engine when the gateway starts, without its id. */
  async function troublesOf(config: EngineConfig, limitMs = 5_000): Promise<readonly string[]> {
    const engines = await loadEngines([{ id: 'one', config, key: undefined, folder: '.' }]);
    const troubles = await engines.troubles(AbortSignal.timeout(limitMs));
    await engines.close();
    return troubles.map((trouble) => trouble.replace(/^The engine "one": http:\S+ /, ''));
  }
  const videos = (url: string): EngineConfig => ({ kind: 'openai-videos', url });
  const comfy = (url: string): EngineConfig => ({ kind: 'comfyui', url, workflow: 'no-model' });

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('is nothing where its servers are there', async () => {
    const [server, stage] = [await VideosServer.start(), await ComfyUiStandIn.start()];
    await using _ = stage;
    expect(await troublesOf(videos(server.url))).toEqual([]);
    expect(await troublesOf(comfy(stage.url))).toEqual([]);
    expect(server.starts).toEqual([]);
    await server.close();
  });

  it('is nothing that anybody knows of where a server has no list of its videos', async () => {
    expect(await troublesOf(videos(`${await answering(405, '')}/v1`))).toEqual([]);
    expect(await troublesOf(videos(`${await answering(404, '')}/v1`))).toEqual([]);
  });

  it('is told of each server that does not answer', async () => {
    const url = await answering(200, '{}');
    const there = await ComfyUiStandIn.start();
    await using _ = there;
    const gone = servers[0];
    await new Promise((resolve) => gone?.close(resolve));
    const words = 'does not answer (ECONNREFUSED): clips wait until it does.';
    expect(await troublesOf({ kind: 'comfyui', url: [there.url, url], workflow: 'no-model' })).toEqual([words]);
    expect(await troublesOf(videos(`${url}/v1`))).toEqual([words]);
  });

  it('is told where a server lets one wait', async () => {
    const url = await serve(() => undefined);
    expect(await troublesOf(comfy(url), 50)).toEqual(['has not answered yet: clips wait until it does.']);
  });

  it('is a key that is refused', async () => {
    const url = await answering(401, '{"error":{"message":"Invalid API key"}}');
    expect(await troublesOf(videos(`${url}/v1`))).toEqual(['refuses the key: Invalid API key']);
    expect(await troublesOf(comfy(url))).toEqual(['refuses the key: Invalid API key']);
  });

  it('is an address where something else is', async () => {
    const noVideos = 'can’t be used: there is no /v1/videos: see its url, which usually ends in /v1';
    const noComfy = 'can’t be used: What answered is no ComfyUI: see its url.';
    const page = await answering(200, '<title>nginx</title>');
    const other = await answering(404, '{"detail":"Not Found"}');
    expect(await troublesOf(videos(`${page}/v1`))).toEqual([noVideos]);
    expect(await troublesOf(videos(other))).toEqual([noVideos]);
    expect(await troublesOf(comfy(page))).toEqual([noComfy]);
    expect(await troublesOf(comfy(other))).toEqual([noComfy]);
  });
});
