import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INSTANT_VIDEO } from '../../instant/instant-media.ts';
import { HostedService } from './hosted-service.ts';
import { ALIBABA } from './service-shapes.ts';

/** A service that speaks as Alibaba's does, at an address of this machine. It outlives the gateways that ask it. */
export class HostedServer {
  /** What answers. */
  readonly service = new HostedService(ALIBABA);
  /** Answers the request for the file of a clip, at `/clip.mp4`. */
  onFile: (response: ServerResponse) => void = (response) => {
    response.writeHead(200, { 'content-type': INSTANT_VIDEO.mimeType }).end(INSTANT_VIDEO.bytes);
  };
  /** The request that begins an operation is done, and never answered. */
  hangsAtStart = false;
  /** How often a file was asked for. */
  files = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#respond(request, response).catch(() => response.destroy());
    });
  }

  /** Starts one on a free port. */
  static async start(): Promise<HostedServer> {
    const server = new HostedServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', () => resolve()));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/clip.mp4') {
      this.files += 1;
      return this.onFile(response);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const init = { method: request.method ?? '', ...(body !== '' && { body }) };
    const answer = await this.service.fetch(`${ALIBABA.baseUrl ?? ''}${request.url ?? ''}`, init);
    if (request.method === 'POST' && this.hangsAtStart) return;
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  }
}
