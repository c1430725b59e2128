import type { EngineEvent, EngineImage, EngineRequest, EngineVideo, VideoEngine } from '../port/video-engine.ts';

/** What a scripted engine does with a request. */
export type Script = (request: EngineRequest, signal: AbortSignal) => AsyncIterable<EngineEvent>;

export const STILL: EngineImage = {
  bytes: new Uint8Array([1, 2, 3]),
  mimeType: 'image/png',
  width: 64,
  height: 36,
};
export const CLIP: EngineVideo = {
  bytes: Uint8Array.from({ length: 2_000 }, (_, index) => index % 251),
  mimeType: 'video/mp4',
  width: 64,
  height: 36,
  durationMs: 1_000,
};

/** Every kind of event once, the text in two pieces. */
export const HAPPY_EVENTS: readonly EngineEvent[] = [
  { kind: 'progress', progress: 0.1, stage: 'read', etaMs: 900 },
  { kind: 'text', delta: '一只' },
  { kind: 'text', delta: '橘猫' },
  { kind: 'preview', image: STILL },
  { kind: 'poster', image: STILL },
  { kind: 'video', video: CLIP },
];

/** Yields {@link HAPPY_EVENTS}. */
export async function* happyScript(): AsyncGenerator<EngineEvent> {
  yield* HAPPY_EVENTS;
}

/** Rejects with the signal's reason once it is aborted, as engines do. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

async function* byPrompt({ prompt }: EngineRequest, signal: AbortSignal): AsyncGenerator<EngineEvent> {
  if (prompt.startsWith('坏')) throw new Error('the secret inner detail');
  if (prompt.startsWith('等')) {
    yield { kind: 'progress', progress: 0.5, stage: 'wait' };
    yield { kind: 'text', delta: '等等' };
    await untilAborted(signal);
  }
  yield* HAPPY_EVENTS;
}

/** An engine for specs. By default a prompt that begins with 坏 fails, one with 等 waits to be cancelled. */
export class ScriptedEngine implements VideoEngine {
  readonly info = { name: 'scripted', isModel: false };
  readonly requests: EngineRequest[] = [];
  isClosed = false;
  readonly #script: Script;

  constructor(script: Script = byPrompt) {
    this.#script = script;
  }

  generate(request: EngineRequest, signal: AbortSignal): AsyncIterable<EngineEvent> {
    this.requests.push(request);
    return this.#script(request, signal);
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}
