import type { Gateway } from './gateway.ts';

/** A gateway that has started. */
export interface StartedGateway {
  readonly gateway: Gateway;
  /** Resolves with whether there is room again; absent where there is, and the gateway takes prompts. */
  readonly hasRoom?: (() => Promise<boolean>) | undefined;
}

export interface RecoveringGatewayOptions {
  /** Starts another one at a port, whole or again to read only. */
  readonly restart: (port: number) => Promise<StartedGateway>;
  /** How often to look whether there is room, in milliseconds. */
  readonly intervalMs: number;
  /** Called once it takes prompts. */
  readonly onRecovery: () => void;
  /** Called with why there is no gateway any more. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * A gateway that reads only, for its disk is full, until there is room: then another one takes its place, at the same address.
 * Its clients see a restart, and come back by themselves.
 */
export class RecoveringGateway implements Gateway {
  readonly #options: RecoveringGatewayOptions;
  readonly #timer: NodeJS.Timeout;
  #started: StartedGateway;
  #isClosed = false;
  #replacing: Promise<void> | undefined;

  constructor(started: StartedGateway, options: RecoveringGatewayOptions) {
    this.#started = started;
    this.#options = options;
    this.#timer = setInterval(() => void (this.#replacing ??= this.#replaceWhereRoom()), options.intervalMs).unref();
  }

  get url(): string {
    return this.#started.gateway.url;
  }

  get port(): number {
    return this.#started.gateway.port;
  }

  get metricsPort(): number | undefined {
    return this.#started.gateway.metricsPort;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#replacing;
    await this.#started.gateway.close();
  }

  /** Never rejects. */
  async #replaceWhereRoom(): Promise<void> {
    const { restart, onRecovery, onFailure } = this.#options;
    try {
      if (this.#isClosed || !(await this.#started.hasRoom?.())) return;
      const { port } = this;
      await this.#started.gateway.close();
      this.#started = await restart(port);
      if (this.#started.hasRoom !== undefined) return;
      clearInterval(this.#timer);
      onRecovery();
    } catch (error) {
      clearInterval(this.#timer);
      onFailure(error);
    } finally {
      this.#replacing = undefined;
    }
  }
}
