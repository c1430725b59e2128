import { INSTANT_VIDEO } from '../../instant/instant-media.ts';
import type { Gate } from '../../testing/gate.ts';
import { type Asked, json, type ServiceShape } from './service-shapes.ts';

/** An address that needs no network. */
const CLIP_URL = `data:video/mp4;base64,${Buffer.from(INSTANT_VIDEO.bytes).toString('base64')}`;

/** A hosted service as a `fetch`, so that the provider's own package speaks to it. */
export class HostedService {
  readonly asked: Asked[] = [];
  starts = 0;
  /** How often it was asked how far an operation is. */
  questions = 0;
  /** Where finished clips are; by default in the answer. */
  clipUrl = CLIP_URL;
  #pending = 2;
  #queued: Response[] = [];
  #failure: string | undefined;
  #losesAnswer = false;
  #failures = 0;
  #ignoresQuestion = false;
  #refusal: Response | undefined;
  #forgets = false;
  #gate: Gate | undefined;
  readonly #shape: ServiceShape;

  constructor(shape: ServiceShape) {
    this.#shape = shape;
  }

  /** The next requests are answered so, and begin nothing. */
  answerNext(...responses: readonly Response[]): void {
    this.#queued = [...responses];
  }

  /** Every request is answered so, and begins nothing. */
  refuse(refusal: Response): void {
    this.#refusal = refusal;
  }

  /** The next request that begins an operation is done, and its answer is lost. */
  loseAnswer(): void {
    this.#losesAnswer = true;
  }

  /** Requests that begin an operation are done, and their answers wait at the gate. */
  holdAnswer(gate: Gate): void {
    this.#gate = gate;
  }

  /** The next questions about an operation fail in one way or another. */
  failQuestions(times: number): void {
    this.#failures = times;
  }

  /** The next question about an operation is never answered. */
  ignoreQuestion(): void {
    this.#ignoresQuestion = true;
  }

  /** Operations that have begun make no progress from now on. */
  stall(): void {
    this.#pending = Infinity;
  }

  /** Operations that have begun are done. */
  finish(): void {
    this.#pending = 0;
  }

  /** Operations that have begun are no longer known. */
  forget(): void {
    this.#forgets = true;
  }

  /** Operations end with an error. */
  failWith(message: string): void {
    this.#failure = message;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Asked['body']) : {};
    const asked = { method: init?.method ?? 'GET', url, headers: new Headers(init?.headers), body };
    this.asked.push(asked);
    const queued = this.#queued.shift() ?? this.#refusal?.clone();
    if (queued !== undefined) return queued;
    if (this.#shape.isStart(asked)) return this.#begin();
    if (!this.#ignoresQuestion) return this.#answerQuestion();
    this.#ignoresQuestion = false;
    this.questions += 1;
    return noAnswer(init?.signal);
  };

  async #begin(): Promise<Response> {
    this.starts += 1;
    if (this.#losesAnswer) throw new TypeError('fetch failed');
    await this.#gate?.pass();
    return this.#shape.started();
  }

  #answerQuestion(): Response {
    this.questions += 1;
    if (this.#failures-- > 0) {
      if (this.#failures % 2 === 0) throw new TypeError('fetch failed');
      return json({ message: 'busy' }, 503);
    }
    if (this.#forgets) return json({ message: 'Not Found', error: 'Not Found', detail: 'Not Found' }, 404);
    if (this.#pending-- > 0) return this.#shape.pending();
    return this.#failure === undefined ? this.#shape.completed(this.clipUrl) : this.#shape.failed(this.#failure);
  }
}

/** No answer; rejects as `fetch` does once its signal is aborted. */
function noAnswer(signal: AbortSignal | null | undefined): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  return promise;
}
