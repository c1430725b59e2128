import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerLogger } from '../ports/index.ts';
import { ANY_HOST, isAllowedHost } from './allowed-hosts.ts';
import { isLoopbackName } from './origin.ts';

/** Where metrics are read. */
export interface MetricsAddress {
  readonly host: string;
  /** 0 is any free one. */
  readonly port: number;
}

/** What is read there. */
export interface MetricsSource {
  readonly contentType: string;
  /** Rejects where it can't be told. */
  text(): Promise<string>;
}

/** Nobody but Prometheus asks here, whose connections must not use up the files that may be open. */
const MAX_CONNECTIONS = 32;
/** How long a connection may say nothing whole, in milliseconds. */
const HEADERS_MS = 10_000;

/** `/metrics` at an address of its own, which a proxy in front of the gateway leads nobody to. */
export class MetricsServer {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Rejects with the system's error where it can't listen. */
  static async listen(
    { host, port }: MetricsAddress,
    source: MetricsSource,
    logger: ServerLogger,
  ): Promise<MetricsServer> {
    // Only what nobody but this machine is to reach can be reached by a page of any site, under a name of its own.
    const rule = { listensOn: host, allowed: isLoopbackName(host) ? [] : [ANY_HOST] };
    const server = createServer({ headersTimeout: HEADERS_MS }, (request, response) => {
      if (!isAllowedHost(request.headers.host, rule)) response.writeHead(403).end();
      else if (request.method === 'GET' && request.url === '/metrics') void answer(response, source, logger);
      else response.writeHead(404).end();
    });
    server.maxConnections = MAX_CONNECTIONS;
    server.listen(port, host);
    await once(server, 'listening');
    return new MetricsServer(server);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

async function answer(response: ServerResponse, source: MetricsSource, logger: ServerLogger): Promise<void> {
  try {
    const text = await source.text();
    response.writeHead(200, { 'content-type': source.contentType }).end(text);
  } catch (error) {
    logger.error({ err: error }, 'the metrics could not be told');
    response.writeHead(500).end();
  }
}
