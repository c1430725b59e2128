import type { PromptMessage, ServerMessage, WelcomeMessage } from '../../protocol/index.ts';
import type { Gateway } from '../gateway.ts';
import { label } from '../ports/testing/messages.ts';
import { TestClient } from './test-client.ts';

type Durable = ServerMessage & { readonly seq: number };

/** A client that reconnects after each loss, as the protocol says, and collects what it is sent. */
export class ReturningClient {
  /** Every durable message that it was sent, in order of arrival, repeats included. */
  readonly durable: Durable[] = [];
  /** What every connection began with. */
  readonly welcomes: WelcomeMessage[] = [];
  readonly #code: string;
  /** How far jobs were, each time that it was told so, by the `id` of their prompts. */
  readonly #shares = new Map<string, readonly number[]>();
  /** How many messages of the connection of now are collected. */
  #collected = 0;
  #socket: TestClient | undefined;

  constructor(code: string) {
    this.#code = code;
  }

  /** The connection of now. */
  get socket(): TestClient {
    if (this.#socket === undefined) throw new Error('not connected yet');
    return this.#socket;
  }

  /** Connects again, from where it was. */
  async connect(gateway: Pick<Gateway, 'url'>): Promise<void> {
    this.collect();
    const epoch = this.welcomes.at(-1)?.epoch;
    const after = String(this.durable.at(-1)?.seq ?? 0);
    this.#collected = 0;
    this.#socket = new TestClient(gateway, {
      query: { code: this.#code, ...(epoch !== undefined && { epoch, after }) },
    });
    this.welcomes.push(await this.#socket.untilEvent('welcome'));
  }

  /** Collects what the connection has brought so far; to be called after a loss, before the next one. */
  collect(): void {
    const messages = this.#socket?.messages ?? [];
    for (const message of messages.slice(this.#collected)) {
      if (isDurable(message)) this.durable.push(message);
      if (message.type !== 'system' || message.event !== 'progress' || message.replyTo === undefined) continue;
      this.#shares.set(message.replyTo, [...(this.#shares.get(message.replyTo) ?? []), message.progress]);
    }
    this.#collected = messages.length;
  }

  /** Resolves once each prompt has a last message. */
  async untilOver(prompts: readonly PromptMessage[]): Promise<void> {
    const hasEnd = (id: string): boolean => {
      this.collect();
      return this.durable.some((message) => message.replyTo === id && isEnd(message));
    };
    await this.socket.until(() => prompts.every(({ id }) => hasEnd(id)));
  }

  /** The durable messages of a prompt's job, in a word each. */
  storyOf({ id }: PromptMessage): readonly string[] {
    return this.durable.filter(({ replyTo }) => replyTo === id).map(label);
  }

  /** How far the job of a prompt was, each time that one of the connections told it. */
  sharesOf({ id }: PromptMessage): readonly number[] {
    return this.#shares.get(id) ?? [];
  }
}

function isDurable(message: ServerMessage): message is Durable {
  return message.seq !== undefined;
}

function isEnd(message: ServerMessage): boolean {
  return ['completed', 'cancelled', 'error'].includes(label(message));
}
