import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedServer } from '../../postgres/testing/embedded-server.ts';
import { ClusterNode } from './cluster-node.ts';
import { ClusterProxy } from './cluster-proxy.ts';

export interface ClusterOptions {
  readonly gateways?: number;
  readonly workers?: number;
  /** Settings of every node. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the proxy listens. Default: a free port. */
  readonly port?: number;
}

/** A cluster on this machine: PostgreSQL, gateways, workers, and a proxy before the gateways. All of it goes with it. */
export class Cluster {
  readonly gateways: readonly ClusterNode[];
  readonly workers: readonly ClusterNode[];
  readonly postgres: EmbeddedServer;
  readonly #folder: string;
  #proxy: ClusterProxy | undefined;

  private constructor(postgres: EmbeddedServer, folder: string, options: ClusterOptions) {
    const { gateways = 2, workers = 2, environment = {} } = options;
    this.postgres = postgres;
    this.#folder = folder;
    const settings = {
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: postgres.url(),
      ...environment,
    };
    this.gateways = Array.from({ length: gateways }, () => new ClusterNode('gateway', settings));
    this.workers = Array.from({ length: workers }, () => new ClusterNode('worker', settings));
  }

  /** Rejects with a line for people where there is no PostgreSQL for this machine. */
  static async start(options: ClusterOptions = {}): Promise<Cluster> {
    const postgres = await EmbeddedServer.start();
    const cluster = new Cluster(postgres, await mkdtemp(join(tmpdir(), 'ask-kitten-cluster-')), options);
    try {
      // One brings the schema along, and the others wait for it.
      await Promise.all(cluster.nodes.map((node) => node.start()));
      const ports = (): readonly number[] => cluster.gateways.flatMap(({ port }) => port ?? []);
      cluster.#proxy = await ClusterProxy.start(ports, options.port);
      return cluster;
    } catch (error) {
      await cluster.remove();
      throw error;
    }
  }

  get nodes(): readonly ClusterNode[] {
    return [...this.gateways, ...this.workers];
  }

  /** Where people open it. */
  get url(): string {
    if (this.#proxy === undefined) throw new Error('the cluster has not started');
    return this.#proxy.url;
  }

  /** Ends all of it, and removes what it stored. */
  async remove(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()));
    await this.#proxy?.stop();
    await this.postgres.remove();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
