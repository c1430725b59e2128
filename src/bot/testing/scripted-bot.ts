import type { Bot, BotEvent, BotRequest, Decision } from '../bot.ts';

/** What a scripted bot does with a request. */
export type BotScript = (request: BotRequest, signal: AbortSignal) => AsyncIterable<BotEvent>;

/** Says a text in two pieces, and decides. */
export async function* saying(text: string, decision: Decision): AsyncGenerator<BotEvent> {
  const middle = Math.ceil(text.length / 2);
  yield { kind: 'text', delta: text.slice(0, middle) };
  yield { kind: 'text', delta: text.slice(middle) };
  yield { kind: 'decision', text, decision };
}

/** A bot for specs. */
export class ScriptedBot implements Bot {
  readonly requests: BotRequest[] = [];
  readonly #script: BotScript;

  constructor(script: BotScript) {
    this.#script = script;
  }

  respond(request: BotRequest, signal: AbortSignal): AsyncIterable<BotEvent> {
    this.requests.push(request);
    return this.#script(request, signal);
  }
}
