import { performance } from 'node:perf_hooks';
import type { EngineEvent } from '../../port/video-engine.ts';

/** Where each stage begins, as a share of the whole; measured on clips of four seconds. */
const BEGINS = { understand: 0, draw: 0.02, encode: 0.97, package: 0.98, done: 1 } as const;
const LEAST_BETWEEN_MS = 80;

/** The stages of a clip; `draw` also encodes each frame as soon as it is drawn. */
export type Stage = keyof typeof BEGINS;

/** Tells how far a clip is, not too often, with an estimate from the speed so far. */
export class ProgressReport {
  readonly #tell: (event: EngineEvent) => void;
  #startedDrawing: number | undefined;
  #told = 0;

  constructor(tell: (event: EngineEvent) => void) {
    this.#tell = tell;
  }

  /** A stage begins. */
  stage(stage: Stage): void {
    this.#tell({ kind: 'progress', stage, progress: BEGINS[stage], ...(stage === 'done' && { etaMs: 0 }) });
  }

  /** So many frames of all are drawn. */
  drawn(frames: number, all: number): void {
    const now = performance.now();
    // The first frame is slower than the others by the building of the set, so the clock starts after it.
    this.#startedDrawing ??= now;
    if (frames < all && now - this.#told < LEAST_BETWEEN_MS) return;
    this.#told = now;
    const { draw, encode } = BEGINS;
    const perFrame = (now - this.#startedDrawing) / Math.max(1, frames - 1);
    this.#tell({
      kind: 'progress',
      stage: 'draw',
      progress: draw + ((encode - draw) * frames) / all,
      ...(frames > 1 && { etaMs: Math.round((perFrame * (all - frames)) / (encode - draw)) }),
    });
  }
}
