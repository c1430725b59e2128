import { type LanguageModel, type ModelMessage, Output, streamText } from 'ai';
import { answerText, readAnswer } from './model-answer.ts';
import type { Bot, BotEvent, BotRequest, PastTurn } from './bot.ts';
import { INSTRUCTIONS } from './instructions.ts';

export interface ModelBotOptions {
  /** How long an answer may take in all, in milliseconds. Default 60,000. */
  readonly timeoutMs?: number;
  /** How often the model is asked again where it is busy. Default 1. */
  readonly maxRetries?: number;
}

/** A bot that asks a language model what is to be made of a wish, and how to say it. */
export class ModelBot implements Bot {
  readonly #model: LanguageModel;
  readonly #timeoutMs: number;
  readonly #maxRetries: number;

  constructor(model: LanguageModel, { timeoutMs = 60_000, maxRetries = 1 }: ModelBotOptions = {}) {
    this.#model = model;
    this.#timeoutMs = timeoutMs;
    this.#maxRetries = maxRetries;
  }

  async *respond(
    { content, images, past }: BotRequest,
    signal: AbortSignal,
  ): AsyncGenerator<BotEvent, void, undefined> {
    let fault: unknown;
    const { partialOutputStream, output } = streamText({
      model: this.#model,
      instructions: INSTRUCTIONS,
      messages: [...past.flatMap(pastMessages), { role: 'user', content: withImages(content, images) }],
      // By JSON alone, which every server knows: what a schema asks for stands in the instructions.
      output: Output.json(),
      maxRetries: this.#maxRetries,
      abortSignal: AbortSignal.any([signal, AbortSignal.timeout(this.#timeoutMs)]),
      onError: ({ error }) => void (fault = error),
    });
    // Awaited only where the stream has ended well.
    const whole = Promise.resolve(output).catch((error: unknown) => void (fault ??= error));
    let said = '';
    for await (const partial of partialOutputStream) {
      const text = answerText(partial);
      if (!text.startsWith(said) || text === said) continue;
      yield { kind: 'text', delta: text.slice(said.length) };
      said = text;
    }
    const answer = readAnswer(await whole);
    signal.throwIfAborted();
    if (answer === undefined) throw new Error('the language model gave no answer that can be read', { cause: fault });
    yield { kind: 'decision', ...answer };
  }
}

/** An earlier turn as the model would have answered it. */
function pastMessages({ asked, images, answer: reply = '', prompt }: PastTurn): readonly ModelMessage[] {
  const answer = prompt === undefined ? { kind: 'answer', reply } : { kind: 'clip', reply, prompt };
  return [
    { role: 'user', content: withImages(asked, images) },
    { role: 'assistant', content: JSON.stringify(answer) },
  ];
}

/** What a person has written, with a note of what they have added: what is on the pictures, the model is not shown. */
function withImages(content: string, images = 0): string {
  return images === 0 ? content : `${content}\n\n[reference images: ${images}]`;
}
