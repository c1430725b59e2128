import { setImmediate as turnOfLoop } from 'node:timers/promises';

/** Up to this many jobs are told their positions at each change; with more, that would take all of the gateway's time. */
const AT_ONCE = 200;
/** How often they are told where there are more, in milliseconds. */
const INTERVAL_MS = 1_000;

/** A job that waits, and where. */
export interface Positioned {
  /** The position that was reported last; 0 before the first. */
  position: number;
}

export interface PositionReportsOptions<Entry> {
  /** How many wait. */
  readonly count: () => number;
  /** Those that wait in each lane, in order. */
  readonly lanes: () => readonly (readonly Entry[])[];
  /** Whether one still waits: in the course of a long report it may have got its turn. */
  readonly isWaiting: (entry: Entry) => boolean;
  readonly report: (entry: Entry, position: number) => void;
}

/** Tells jobs that wait their first and every new position: at once where few wait, in steps of a second where many do. */
export class PositionReports<Entry extends Positioned> {
  readonly #options: PositionReportsOptions<Entry>;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PositionReportsOptions<Entry>) {
    this.#options = options;
  }

  /** Something has moved. */
  update(): void {
    if (this.#options.count() <= AT_ONCE) return this.#reportAll();
    this.#timer ??= setTimeout(() => void this.#reportInSteps(), INTERVAL_MS).unref();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #reportAll(): void {
    for (const entries of this.#options.lanes()) {
      for (const [index, entry] of entries.entries()) this.#report(entry, index + 1);
    }
  }

  async #reportInSteps(): Promise<void> {
    // What moves from now on is for the next time.
    this.#timer = undefined;
    for (const entries of this.#options.lanes()) {
      for (const [index, entry] of entries.entries()) {
        if (index % AT_ONCE === 0) await turnOfLoop();
        if (this.#options.isWaiting(entry)) this.#report(entry, index + 1);
      }
    }
  }

  #report(entry: Entry, position: number): void {
    if (entry.position === position) return;
    entry.position = position;
    this.#options.report(entry, position);
  }
}
