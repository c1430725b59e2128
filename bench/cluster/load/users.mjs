import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { now } from '../answer.mjs';
import { CONNECT } from './connections.mjs';

/** How long the answer to a prompt may take: what is lost is not waited for. */
const LIMIT_MS = 60_000;

/** A person with two tabs, which are on two servers where there are two: what one asks, the other one sees. */
class User {
  #asking;
  #watching;
  /** By prompt: when it was sent, and what becomes of the waiting for its end. */
  #waiting = new Map();
  /** How long messages took to the other tab, in milliseconds. */
  times = { kept: [], passing: [] };

  static async connect(kind, urls) {
    const user = new User();
    const code = randomUUID();
    user.#watching = await CONNECT[kind](urls.at(-1), code, (message) => user.#see(message));
    user.#asking = await CONNECT[kind](urls[0], code, () => undefined);
    return user;
  }

  /** Asks for something; resolves when the other tab has seen the end of it. */
  ask(pieces) {
    const id = randomUUID();
    const end = Promise.withResolvers();
    const timer = setTimeout(() => end.reject(new Error('the end of a prompt did not come')), LIMIT_MS);
    this.#waiting.set(id, { sentAt: now(), end: end.resolve });
    this.#asking.send({ id, content: `a prompt of some words, and a number: ${pieces}` });
    return end.promise.finally(() => clearTimeout(timer));
  }

  close() {
    for (const connection of [this.#asking, this.#watching]) connection.close();
  }

  #see(message) {
    const prompt = this.#waiting.get(message.promptId ?? message.replyTo);
    if (message.event === 'accepted') this.times.kept.push(now() - prompt.sentAt);
    if (message.append) this.times.passing.push(now() - Number.parseFloat(message.content));
    if (message.event === 'completed') prompt.end();
    if (message.type === 'error') throw new Error(`refused: ${message.code}`);
  }
}

/**
 * Has users ask, each one thing after the other. With a rate they take turns, so that all together ask so often in a second, as
 * people do who don't wait for one another; without one, each asks again at once.
 * @param {{ kind: string, urls: readonly string[], users: number }} where
 * @param {{ prompts: number, pieces: number, rate?: number }} load of each user
 */
export async function runUsers({ kind, urls, users: count }, { prompts, pieces, rate = Infinity }) {
  const users = [];
  for (let index = 0; index < count; index++) {
    const two = [urls[index % urls.length], urls[(index + 1) % urls.length]];
    users.push(await User.connect(kind, two));
  }
  return {
    async ask() {
      const begin = now();
      await Promise.all(
        users.map(async (user, index) => {
          for (let prompt = 0; prompt < prompts; prompt++) {
            await delay(Math.max(0, begin + ((index + prompt * count) / rate) * 1_000 - now()));
            await user.ask(pieces);
          }
        }),
      );
      return {
        seconds: (now() - begin) / 1_000,
        kept: users.flatMap(({ times }) => times.kept),
        passing: users.flatMap(({ times }) => times.passing),
      };
    },
    close: () => users.forEach((user) => user.close()),
  };
}
