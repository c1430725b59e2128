import { EngineFault, type JobJournal } from '../../engines/index.ts';
import type { DangerousPart, Job, JobRun } from '../ports/index.ts';

/** So many gateways may have died while they read the reference images of a job. */
const MOST_DEATHS = 2;

/**
 * Reference images are what strangers bring along, and small files may unpack into very large pictures: a job with them
 * could take down the gateway at each start anew.
 */
export class DangerousReferences {
  /** That of the run, for its engine: what works on another machine has read them here once it is asked. */
  readonly journal: JobJournal;
  readonly #part: DangerousPart | undefined;
  #isBehind = false;

  private constructor(journal: JobJournal, part: DangerousPart | undefined) {
    this.#part = part;
    this.journal = {
      get entry() {
        return journal.entry;
      },
      write: async (entry) => {
        await journal.write(entry);
        await this.leave();
      },
    };
  }

  /**
   * A run begins to read them, unless another machine is at work with them already. Rejects with an {@link EngineFault} where
   * two gateways have died of that.
   */
  static async enter({ prompt }: Job, { danger, journal }: JobRun): Promise<DangerousReferences> {
    const isRead = (prompt.attachments ?? []).length === 0 || journal.entry !== undefined;
    const part = isRead ? undefined : danger;
    if (part !== undefined && (await part.enter()) > MOST_DEATHS) {
      throw new EngineFault('engine_failed', { detail: 'the gateway ended twice while it read the reference images' });
    }
    return new DangerousReferences(journal, part);
  }

  /** They have been read, or the run is over. A second call does nothing. */
  async leave(): Promise<void> {
    if (this.#isBehind) return;
    this.#isBehind = true;
    await this.#part?.leave();
  }
}
