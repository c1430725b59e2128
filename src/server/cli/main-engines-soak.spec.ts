import { dropped, json, type StandInVideo, VideosServer } from '../../engines/openai-videos/testing/videos-server.ts';
import type { PromptMessage, ServerMessage } from '../../protocol/index.ts';
import { byScope, until } from '../../testing/index.ts';
import { EngineGateway } from '../testing/engine-gateway.ts';
import { stopMainProcesses } from '../testing/main-process.ts';
import { prompt } from '../ports/testing/messages.ts';
import type { ReturningClient } from '../testing/returning-client.ts';

const PLAN = byScope({
  quick: { prompts: 20, disconnections: 4, kills: 1 },
  all: { prompts: 200, disconnections: 40, kills: 5 },
});
/** How many jobs the engine has at a time. */
const CONCURRENCY = 6;
/** Below what a gateway lets wait of one code. */
const MOST_OPEN = 12;
/** The server shows at once what it has taken, so that what a kill left in doubt need not be looked for during a minute. */
const LOOK_FOR_SECONDS = 3;
/** For one of the waits: the whole takes 20 seconds. */
const WAIT_LIMIT_MS = 60_000;
const LIMIT_MS = 4 * 60_000;

/** A server that refuses, loses answers, falls over and breaks connections, by turns. */
function startUnreliableServer(): Promise<VideosServer> {
  return VideosServer.start({
    faults: {
      start: (_, count) => {
        if (count % 9 === 4) return { answer: json(429, {}, { 'retry-after': '0' }) };
        return count % 11 === 5 ? { answer: dropped, afterwards: true } : undefined;
      },
      status: ({ asked, id }: StandInVideo) => {
        if (asked === 1 && id.endsWith('0')) return json(500, { error: { message: 'oops' } });
        return asked === 1 && id.endsWith('1') ? dropped : undefined;
      },
      content: (_, count) => (count % 10 === 3 ? dropped : undefined),
    },
    statusOf: ({ asked }) =>
      asked > 2 ? { status: 'completed', progress: 100 } : { status: 'in_progress', progress: asked * 30 },
  });
}

/** Sends each prompt until it is accepted: again after a loss, and where it came too fast, once it may. */
class PromptSender {
  readonly sent: PromptMessage[] = [];
  readonly #client: ReturningClient;
  readonly #heeded = new WeakSet<ServerMessage>();

  constructor(client: ReturningClient) {
    this.#client = client;
  }

  send(message: PromptMessage): void {
    this.sent.push(message);
    this.#client.socket.send(message);
  }

  /** To be called with each new connection. */
  sendWhatMayBeLost(): void {
    this.#client.socket.send(this.#without('accepted'));
  }

  /** Resolves once so many at most have no end. */
  async untilOpen(most: number): Promise<void> {
    const open = (): readonly PromptMessage[] => this.#without('completed', 'error');
    const isReached = (): boolean => {
      this.#heedLimits();
      return open().length <= most;
    };
    try {
      await until(isReached, { limit: WAIT_LIMIT_MS });
    } catch (cause) {
      const stories = open().map((each) => `${each.id}: ${this.#client.storyOf(each).join(', ')}`);
      throw new Error([`Of ${this.sent.length} prompts these did not end:`, ...stories].join('\n'), { cause });
    }
  }

  #without(...events: readonly string[]): readonly PromptMessage[] {
    this.#client.collect();
    return this.sent.filter((each) => !this.#client.storyOf(each).some((event) => events.includes(event)));
  }

  /** What comes between two connections goes with the next one. */
  #resend(message: PromptMessage): void {
    const { socket } = this.#client.socket;
    if (socket.readyState === socket.OPEN) this.#client.socket.send(message);
  }

  #heedLimits(): void {
    for (const message of this.#client.socket.messages) {
      if (message.type !== 'error' || message.code !== 'rate_limited' || this.#heeded.has(message)) continue;
      this.#heeded.add(message);
      const refused = this.sent.find(({ id }) => id === message.replyTo);
      setTimeout(() => refused && this.#resend(refused), message.retryAfterMs).unref();
    }
  }
}

describe('the gateway as a process with an engine elsewhere, for long', () => {
  let server: VideosServer;
  let gateway: EngineGateway;

  beforeEach(async () => {
    server = await startUnreliableServer();
    const engine = {
      kind: 'openai-videos',
      url: server.url,
      concurrency: CONCURRENCY,
      pollSeconds: 0.05,
      lookForSeconds: LOOK_FOR_SECONDS,
    };
    gateway = await EngineGateway.create(engine, { LOG_LEVEL: 'silent' });
  });

  afterEach(async () => {
    await stopMainProcesses();
    await server.close();
  });

  it(
    `gives each of ${PLAN.prompts} prompts one end and at most one start, over ${PLAN.disconnections} disconnections and ${PLAN.kills} kills`,
    async () => {
      const { client } = gateway;
      const sender = new PromptSender(client);
      const isDue = (index: number, times: number): boolean =>
        Math.floor(((index + 1) * times) / PLAN.prompts) > Math.floor((index * times) / PLAN.prompts);

      await gateway.start();
      for (let index = 0; index < PLAN.prompts; index++) {
        await sender.untilOpen(MOST_OPEN - 1);
        sender.send(prompt(`第 ${index + 1} 只猫`));
        if (isDue(index, PLAN.kills)) {
          await gateway.kill();
          await gateway.start();
          sender.sendWhatMayBeLost();
        } else if (isDue(index, PLAN.disconnections)) {
          client.socket.socket.terminate();
          await client.socket.closed;
          await gateway.connect();
          sender.sendWhatMayBeLost();
        }
      }
      await sender.untilOpen(0);

      const ends = sender.sent.map((each) =>
        client.storyOf(each).filter((event) => /completed|error|cancelled/.test(event)),
      );
      expect(ends.filter(({ length }) => length !== 1)).toEqual([]);
      // A kill between noting that it is asked for and asking leaves a doubt, which ends a job rather than begin it twice;
      // as many jobs as the engine has may be there at that moment.
      const doubts = client.durable.filter((each) => each.type === 'error' && each.code === 'engine_uncertain');
      expect(doubts.length).toBeLessThanOrEqual(PLAN.kills * CONCURRENCY);
      expect(ends.filter(([end]) => end === 'completed')).toHaveSize(PLAN.prompts - doubts.length);
      expect(new Set(server.starts).size).toBe(server.starts.length);
      expect(server.starts.length).toBe(PLAN.prompts - doubts.length);
      expect(client.durable.map(({ seq }) => seq)).toEqual(client.durable.map((_, index) => index + 1));
    },
    LIMIT_MS,
  );
});
