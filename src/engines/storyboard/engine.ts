import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { EngineFault } from '../port/engine-fault.ts';
import type { EngineEvent, EngineRequest, VideoEngine } from '../port/video-engine.ts';
import { answerTo } from './reply/small-talk.ts';
import { textPieces } from './reply/text-pieces.ts';
import { ProcessDeath, DrawingProcess, type DrawingProcessOptions } from './drawing-process/drawing-process.ts';

/** How the engine works. */
export interface StoryboardSettings extends Partial<DrawingProcessOptions> {
  /** Clips drawn at the same time, each in a process of its own; default {@link PROCESSES}. More wait for their turn. */
  readonly processes?: number;
}

type Tell = (event: EngineEvent) => void;

/** A core is left to whoever answers people. */
export const PROCESSES = Math.max(1, availableParallelism() - 1);

/** A clip whose process dies is begun again in another, so often. */
const ATTEMPTS = 2;
/** An answer in words is sent in this many pieces at most. */
const ANSWER_PIECES = 12;
/** A process that uses more than this share of its memory after a clip is replaced. */
const FULL = 0.7;

/**
 * The built-in engine: draws a short scene from the words of a prompt it knows. It is no model, which its `info`
 * tells the application, and nothing is written in the picture. The same prompt and options give the same bytes. See `README.md` beside this file.
 */
export class StoryboardEngine implements VideoEngine {
  readonly info = { name: 'storyboard', isModel: false } as const;
  readonly #options: DrawingProcessOptions;
  readonly #closing = new AbortController();
  readonly #idle: DrawingProcess[] = [];
  readonly #busy = new Set<DrawingProcess>();
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor({ processes = PROCESSES, ...options }: StoryboardSettings = {}) {
    this.#free = processes;
    this.#options = {
      // The compiled engine has compiled neighbours.
      script: new URL(`./drawing-process/main${extname(import.meta.url)}`, import.meta.url),
      memoryMb: 500,
      silenceMs: 30_000,
      ...options,
    };
    // The first process reads its fonts while the gateway starts, not while somebody waits.
    this.#idle.push(new DrawingProcess(this.#options));
  }

  answersAtOnce(request: Pick<EngineRequest, 'prompt' | 'options'>): boolean {
    return answerOf(request) !== undefined;
  }

  async *generate(request: EngineRequest, signal: AbortSignal): AsyncGenerator<EngineEvent, void, undefined> {
    const left = new AbortController();
    const stop = AbortSignal.any([signal, this.#closing.signal, left.signal]);
    stop.throwIfAborted();
    const answer = answerOf(request);
    if (answer !== undefined) return yield* told(answer);
    const channel = new Readable({ objectMode: true, read: () => undefined });
    const work = this.#work(request, stop, (event) => channel.push(event)).then(
      () => channel.push(null),
      (error: unknown) => channel.destroy(error as Error),
    );
    try {
      yield* channel as AsyncIterable<EngineEvent>;
    } finally {
      // A reader that leaves early stops the work too.
      left.abort(new Error('Nobody reads the clip any more.'));
      await work;
    }
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('The engine is closed.'));
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((each) => each.end()));
  }

  async #work(request: EngineRequest, signal: AbortSignal, tell: Tell): Promise<void> {
    await this.#turn(signal);
    try {
      // All attempts yield the same events but for progress: those that an earlier one has yielded are skipped.
      let told = 0;
      for (let attempt = 1; ; attempt++) {
        let seen = 0;
        const death = await this.#attempt(request, signal, (event) => {
          if (event.kind !== 'progress' && ++seen <= told) return;
          told = Math.max(told, seen);
          tell(event);
        });
        if (!death) return;
        if (attempt === ATTEMPTS) {
          throw new EngineFault('engine_failed', { detail: `the drawing process ${death.message}`, cause: death });
        }
      }
    } finally {
      this.#free++;
      this.#waiting.shift()?.();
    }
  }

  /** Makes a clip, or says how its process died. */
  async #attempt(request: EngineRequest, signal: AbortSignal, tell: Tell): Promise<ProcessDeath | undefined> {
    const process = this.#acquire();
    try {
      await process.make(request, signal, tell);
    } catch (error) {
      if (error instanceof ProcessDeath) return error;
      throw error;
    } finally {
      await this.#release(process);
    }
    return undefined;
  }

  /** Resolves when fewer clips than allowed are drawn; rejects with the signal's reason when aborted before. */
  async #turn(signal: AbortSignal): Promise<void> {
    while (this.#free === 0) {
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      const goOn = () => resolve(undefined);
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(goOn), 1);
        reject(signal.reason as Error);
      };
      this.#waiting.push(goOn);
      signal.addEventListener('abort', leave, { once: true });
      await promise.finally(() => signal.removeEventListener('abort', leave));
    }
    signal.throwIfAborted();
    this.#free--;
  }

  #acquire(): DrawingProcess {
    const alive = this.#idle.splice(0).filter((each) => !each.isDead);
    const process = alive.pop() ?? new DrawingProcess(this.#options);
    this.#idle.push(...alive);
    this.#busy.add(process);
    return process;
  }

  async #release(process: DrawingProcess): Promise<void> {
    this.#busy.delete(process);
    const isClosing = this.#closing.signal.aborted;
    const isFull = process.bytesInUse > this.#options.memoryMb * 1e6 * FULL;
    if (!process.isDead && !isFull && !isClosing) return void this.#idle.push(process);
    // The next one reads its fonts before somebody waits for it.
    if (!isClosing) this.#idle.push(new DrawingProcess(this.#options));
    await process.end();
  }
}

/** The answer to a prompt that asks for no video, such as thanks; undefined where there is something to draw. */
function answerOf({ prompt, options }: Pick<EngineRequest, 'prompt' | 'options'>): string | undefined {
  return options?.scene ? undefined : answerTo(prompt);
}

function* told(answer: string): Generator<EngineEvent, void> {
  for (const delta of textPieces(answer, ANSWER_PIECES)) yield { kind: 'text', delta };
  yield { kind: 'answered' };
}
