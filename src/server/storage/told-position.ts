import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** How often it is looked whether the log has gone on, in milliseconds. */
const LOOK_INTERVAL_MS = 1_000;

/** A log by its epoch, and how many messages it has ever had: that only grows as long as it is the same one. */
export interface KnownLog {
  readonly epoch: string;
  readonly position: number;
}

/** Where the position is that a folder's log had last. */
export function positionPath(folder: string): string {
  return join(folder, 'kitten.position');
}

/**
 * Whether a log may lack what clients have been told, as where an older copy was put in its place: they would go on at numbers
 * that mean other messages. False where nothing is known of an earlier one.
 */
export async function isBehind(folder: string, { epoch, position }: KnownLog): Promise<boolean> {
  const text = await readFile(positionPath(folder), 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const [knownEpoch, known] = text.trim().split(' ');
  // What can't be read says that something was there.
  return knownEpoch !== epoch || !(Number(known) <= position);
}

/**
 * Notes beside a database how far its log is: at once, about every second in which it goes on, and at the end. After a crash
 * what is noted may be a second old, and never ahead of the log.
 */
export class ToldPosition {
  readonly #folder: string;
  readonly #log: KnownLog;
  readonly #timer: NodeJS.Timeout;
  #noted = -1;
  #writing: Promise<void> = Promise.resolve();

  /** Of a log that is open: its position is read when it is noted. */
  constructor(folder: string, log: KnownLog) {
    this.#folder = folder;
    this.#log = log;
    this.#timer = setInterval(() => void this.note(), LOOK_INTERVAL_MS).unref();
  }

  /** Notes the position, where it is another one. Never rejects: on a full disk what was noted before stays, and is true. */
  note(): Promise<void> {
    return (this.#writing = this.#writing.then(() => this.#write()).catch(() => undefined));
  }

  /** Before the log is closed. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.note();
  }

  async #write(): Promise<void> {
    const { epoch, position } = this.#log;
    if (position === this.#noted) return;
    const path = positionPath(this.#folder);
    const draft = await open(`${path}.partial`, 'w', 0o600);
    try {
      await draft.writeFile(`${epoch} ${position}\n`);
      // A power cut must not leave an empty file in its place.
      await draft.datasync();
    } finally {
      await draft.close();
    }
    await rename(`${path}.partial`, path);
    this.#noted = position;
  }
}
