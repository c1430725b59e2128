import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { PromptMessage, ServerMessage } from '../../../protocol/index.ts';
import { ReturningClient } from '../returning-client.ts';

/** How long a client waits before it connects again, in milliseconds. */
const RETRY_MS = 100;
const ENDS: readonly string[] = ['completed', 'cancelled', 'error'];

interface Close {
  readonly code: number;
  /** When, by `performance.now()`. */
  readonly at: number;
  /** By how much longer it waited, by chance, before it came back. */
  readonly jitterMs: number;
}

/** A person's browser: it comes back after each loss, and sends again what was not accepted. */
export class SoakClient {
  readonly client = new ReturningClient(randomUUID());
  /** In the order in which it was sent. */
  readonly sent: PromptMessage[] = [];
  /** The ids of what was refused for now, and sent again behind what came after it. */
  readonly refused = new Set<string>();
  /** How its connections were closed by the other end. */
  readonly closes: Close[] = [];
  readonly #url: string;
  readonly #heeded = new WeakSet<ServerMessage>();
  #connections = 0;
  #isConnected = false;
  readonly #leaving = new AbortController();
  #living: Promise<void> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** How often it has connected. */
  get connections(): number {
    return this.#connections;
  }

  /** Connects, and stays so until `leave()`. */
  begin(): void {
    this.#living = this.#live();
  }

  /** Sends a prompt now, or with the next connection. */
  send(message: PromptMessage): void {
    this.sent.push(message);
    if (this.#isConnected) this.client.socket.send(message);
  }

  /** Its connection breaks. */
  drop(): void {
    if (this.#isConnected) this.client.socket.socket.terminate();
  }

  async leave(): Promise<void> {
    this.#leaving.abort();
    this.drop();
    await this.#living;
  }

  /** The prompts that have had no end yet. */
  open(): readonly PromptMessage[] {
    this.#heedRefusals();
    return this.#without(ENDS);
  }

  async #live(): Promise<void> {
    while (!this.#isOver()) {
      try {
        await this.client.connect({ url: this.#url });
        this.#connections += 1;
        const { socket } = this.client;
        this.#isConnected = socket.socket.readyState === socket.socket.OPEN;
        // In order, whatever was lost.
        if (this.#isConnected) for (const message of this.#without(['accepted'])) socket.send(message);
        const { code } = await socket.closed;
        this.#isConnected = false;
        if (this.#isOver()) return;
        const jitterMs = Math.random() * (this.client.welcomes.at(-1)?.reconnectJitterMs ?? 0);
        this.closes.push({ code, at: performance.now(), jitterMs });
        await delay(jitterMs, undefined, { signal: this.#leaving.signal });
      } catch {
        // Nobody answers now.
      }
      this.#isConnected = false;
      if (!this.#isOver()) await delay(RETRY_MS);
    }
  }

  #isOver(): boolean {
    return this.#leaving.signal.aborted;
  }

  #without(events: readonly string[]): readonly PromptMessage[] {
    this.client.collect();
    const seen = new Set(
      this.client.durable.flatMap((message) => {
        const event = message.type === 'system' ? message.event : message.type;
        return message.replyTo !== undefined && events.includes(event) ? [message.replyTo] : [];
      }),
    );
    return this.sent.filter(({ id }) => !seen.has(id));
  }

  /** What was refused for now, for its rate or by a database that is away, is sent again. */
  #heedRefusals(): void {
    if (!this.#isConnected) return;
    for (const message of this.client.socket.messages) {
      if (message.type !== 'error' || message.seq !== undefined || this.#heeded.has(message)) continue;
      this.#heeded.add(message);
      const refused = this.sent.find(({ id }) => id === message.replyTo);
      if (refused === undefined) continue;
      this.refused.add(refused.id);
      const again = (): void => {
        if (this.#isConnected) this.client.socket.send(refused);
      };
      setTimeout(again, message.retryAfterMs ?? RETRY_MS).unref();
    }
  }
}
