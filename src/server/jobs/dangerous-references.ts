import { EngineFault } from '../../engines/index.ts';
import type { DangerousPart, Job, JobRun } from '../ports/index.ts';

/** So many gateways may have died while they read the reference images of a job. */
const MOST_DEATHS = 2;

/**
 * Reference images are what strangers bring along, and small files may unpack into very large pictures: a job with them
 * could take down the gateway at each start anew.
 */
export class DangerousReferences {
  readonly #part: DangerousPart | undefined;
  #isBehind = false;

  private constructor(part: DangerousPart | undefined) {
    this.#part = part;
  }

  /** A run begins to read them. Rejects with an {@link EngineFault} where two gateways have died of that. */
  static async enter({ prompt }: Job, { danger }: JobRun): Promise<DangerousReferences> {
    const part = (prompt.attachments ?? []).length === 0 ? undefined : danger;
    if (part !== undefined && (await part.enter()) > MOST_DEATHS) {
      throw new EngineFault('engine_failed', { detail: 'the gateway ended twice while it read the reference images' });
    }
    return new DangerousReferences(part);
  }

  /** They have been read, or the run is over. A second call does nothing. */
  async leave(): Promise<void> {
    if (this.#isBehind) return;
    this.#isBehind = true;
    await this.#part?.leave();
  }
}
