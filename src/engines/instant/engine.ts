import type { EngineEvent, EngineRequest, VideoEngine } from '../port/video-engine.ts';
import { INSTANT_STILL, INSTANT_VIDEO } from './instant-media.ts';

/** How the engine behaves. */
export interface InstantSettings {
  /** Thrown instead of a video. */
  readonly failure?: Error;
  /** Waited for before the end; an abort goes before it. */
  readonly gate?: Promise<unknown>;
}

/** An engine for tests: every prompt gets the same tiny clip, at once. */
export class InstantEngine implements VideoEngine {
  readonly info = { name: 'instant', isModel: false } as const;
  readonly #settings: InstantSettings;

  constructor(settings: InstantSettings = {}) {
    this.#settings = settings;
  }

  async *generate(
    { prompt, attachments = [] }: EngineRequest,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent, void, undefined> {
    for (const event of begin(prompt, attachments.length)) {
      signal.throwIfAborted();
      yield event;
    }
    const { failure, gate } = this.#settings;
    if (gate) await unlessAborted(gate, signal);
    signal.throwIfAborted();
    if (failure) throw failure;
    yield { kind: 'poster', image: INSTANT_STILL };
    signal.throwIfAborted();
    yield { kind: 'progress', progress: 1, stage: 'done', etaMs: 0 };
    signal.throwIfAborted();
    yield { kind: 'video', video: INSTANT_VIDEO };
  }

  async close(): Promise<void> {
    // It holds nothing open.
  }
}

function* begin(prompt: string, pictures: number): Generator<EngineEvent> {
  yield { kind: 'progress', progress: 0, stage: 'understand' };
  yield { kind: 'text', delta: 'This clip is always the same, whatever the prompt: ' };
  yield { kind: 'text', delta: prompt };
  if (pictures > 0) yield { kind: 'text', delta: ` (reference images: ${pictures})` };
  yield { kind: 'progress', progress: 0.5, stage: 'draw' };
  yield { kind: 'preview', image: INSTANT_STILL };
}

async function unlessAborted(gate: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason as Error);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await Promise.race([gate, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
