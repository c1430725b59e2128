import type { JobJournal, JournalEntry } from '../port/job-journal.ts';

/** A journal that a spec can read, as it is stored: what JSON can't hold is lost. */
export class RecordingJournal implements JobJournal {
  /** What was written, in words: `asked`, `begun`, `withdrawn`. */
  readonly writes: string[] = [];
  #stored: string | undefined;

  constructor(entry?: JournalEntry) {
    this.#stored = entry && JSON.stringify(entry);
  }

  get entry(): JournalEntry | undefined {
    return this.#stored === undefined ? undefined : (JSON.parse(this.#stored) as JournalEntry);
  }

  write(entry: JournalEntry | undefined): Promise<void> {
    this.writes.push(entry === undefined ? 'withdrawn' : entry.operation === undefined ? 'asked' : 'begun');
    this.#stored = entry && JSON.stringify(entry);
    return Promise.resolve();
  }
}
