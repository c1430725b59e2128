import type { PromptMessage, ServerMessage, WelcomeMessage } from '../../protocol/index.ts';
import type { Gateway } from '../gateway.ts';
import { label } from './messages.ts';
import { TestClient } from './test-client.ts';

type Kept = ServerMessage & { readonly seq: number };

/** A client that comes back after each loss, as the protocol says, and holds on to what it has. */
export class ReturningClient {
  /** Every kept message that it was sent, in order of arrival, repeats included. */
  readonly kept: Kept[] = [];
  /** What every connection began with. */
  readonly welcomes: WelcomeMessage[] = [];
  readonly #code: string;
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
    this.note();
    const epoch = this.welcomes.at(-1)?.epoch;
    const after = String(this.kept.at(-1)?.seq ?? 0);
    this.#socket = new TestClient(gateway, {
      query: { code: this.#code, ...(epoch !== undefined && { epoch, after }) },
    });
    this.welcomes.push(await this.#socket.untilEvent('welcome'));
  }

  /** Takes over what the connection of now has brought so far; after a loss, before the next. */
  note(): void {
    const known = new Set(this.kept);
    for (const message of this.#socket?.messages ?? []) {
      if (isKept(message) && !known.has(message)) this.kept.push(message);
    }
  }

  /** Resolves once each prompt has a last message. */
  async untilOver(prompts: readonly PromptMessage[]): Promise<void> {
    const hasEnd = (id: string): boolean => {
      this.note();
      return this.kept.some((message) => message.replyTo === id && isEnd(message));
    };
    await this.socket.until(() => prompts.every(({ id }) => hasEnd(id)));
  }

  /** What is kept of a prompt's job, in a word each. */
  storyOf({ id }: PromptMessage): readonly string[] {
    return this.kept.filter(({ replyTo }) => replyTo === id).map(label);
  }
}

function isKept(message: ServerMessage): message is Kept {
  return message.seq !== undefined;
}

function isEnd(message: ServerMessage): boolean {
  return ['completed', 'cancelled', 'error'].includes(label(message));
}
