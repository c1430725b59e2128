import type { Bus } from '../ports/index.ts';

/** On which processes ask each other whether somebody is connected under a user code, and answer. */
const QUESTIONS = 'is connected';
const ANSWERS = 'connected';
/** A process that has not answered by then does not: it is not there, or nobody is connected to it. */
const LIMIT_MS = 1_000;

/**
 * Knows whether somebody is connected under a user code, to this process or to another one: a request comes to any of them,
 * whichever has the socket.
 */
export class ConnectedAnywhere {
  readonly #isConnectedHere: (code: string) => boolean;
  readonly #bus: Pick<Bus, 'publish' | 'subscribe'> | undefined;

  /** @param bus reaches the other processes; absent where there are none */
  constructor(isConnectedHere: (code: string) => boolean, bus?: Pick<Bus, 'publish' | 'subscribe'>) {
    this.#isConnectedHere = isConnectedHere;
    this.#bus = bus;
    bus?.subscribe(QUESTIONS, (code) => {
      if (isConnectedHere(code)) bus.publish(ANSWERS, code);
    });
  }

  /** Whether anybody is, by the key of the code. */
  async isConnected(code: string): Promise<boolean> {
    if (this.#isConnectedHere(code)) return true;
    return this.#bus !== undefined && (await askOthers(this.#bus, code));
  }
}

function askOthers(bus: Pick<Bus, 'publish' | 'subscribe'>, code: string): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isConnected: boolean): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve(isConnected);
    };
    const timer = setTimeout(end, LIMIT_MS, false);
    const unsubscribe = bus.subscribe(ANSWERS, (answered) => {
      if (answered === code) end(true);
    });
    bus.publish(QUESTIONS, code);
  });
}
