import type { EngineEvent, EngineRequest, VideoEngine } from '../port/video-engine.ts';
import { EventChannel } from './event-channel.ts';
import { SketchThread } from './worker/sketch-thread.ts';

/** How the engine works. */
export interface StoryboardSettings {
  /** Clips drawn at the same time, each in a thread; default 1. More wait for their turn. */
  readonly threads?: number;
  /** Clips after which a thread is replaced, which gives its memory back; default 4. */
  readonly clipsPerThread?: number;
  /** The script of a drawing thread; default the engine's own. */
  readonly script?: URL;
}

/**
 * The built-in engine: draws a short scene from the words of a prompt it knows. It is no model, and says so in its
 * text and in the picture. The same prompt and options give the same bytes. See `README.md` beside this file.
 */
export class StoryboardEngine implements VideoEngine {
  readonly info = { name: 'storyboard', isModel: false } as const;
  readonly #script: URL;
  readonly #clipsPerThread: number;
  readonly #closing = new AbortController();
  readonly #idle: SketchThread[] = [];
  readonly #busy = new Set<SketchThread>();
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor({ threads = 1, clipsPerThread = 4, script }: StoryboardSettings = {}) {
    this.#free = threads;
    this.#clipsPerThread = clipsPerThread;
    this.#script = script ?? new URL('./worker/sketch-worker.ts', import.meta.url);
    // The first thread reads its fonts while the gateway starts, not while somebody waits.
    this.#idle.push(new SketchThread(this.#script));
  }

  async *generate(request: EngineRequest, signal: AbortSignal): AsyncGenerator<EngineEvent, void, undefined> {
    const left = new AbortController();
    const stop = AbortSignal.any([signal, this.#closing.signal, left.signal]);
    stop.throwIfAborted();
    const channel = new EventChannel<EngineEvent>();
    const work = this.#work(request, stop, (event) => channel.push(event)).then(
      () => channel.end(),
      (error: unknown) => channel.fail(error),
    );
    try {
      yield* channel;
    } finally {
      // A reader that leaves early stops the work too.
      left.abort(new Error('Nobody reads the clip any more.'));
      await work;
    }
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('The engine is closed.'));
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((thread) => thread.end()));
  }

  async #work(request: EngineRequest, signal: AbortSignal, tell: (event: EngineEvent) => void): Promise<void> {
    await this.#turn(signal);
    const thread = this.#takeThread();
    try {
      await thread.make(request, signal, tell);
    } finally {
      await this.#giveBack(thread);
      this.#free++;
      this.#waiting.shift()?.();
    }
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

  #takeThread(): SketchThread {
    const idle = this.#idle.pop();
    const thread = idle && !idle.isDead ? idle : new SketchThread(this.#script);
    this.#busy.add(thread);
    return thread;
  }

  async #giveBack(thread: SketchThread): Promise<void> {
    this.#busy.delete(thread);
    if (thread.isDead) return;
    const isClosing = this.#closing.signal.aborted;
    if (thread.clips < this.#clipsPerThread && !isClosing) return void this.#idle.push(thread);
    // The next one reads its fonts before somebody waits for it.
    if (!isClosing) this.#idle.push(new SketchThread(this.#script));
    await thread.end();
  }
}
