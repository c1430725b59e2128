import type { EngineInfo } from '../../protocol/index.ts';
import type { JobJournal } from '../port/job-journal.ts';
import type { EngineEvent, EngineRequest, VideoEngine } from '../port/video-engine.ts';

/** An engine that is made when it is first asked: contracts want one at once, and some have to be waited for. */
export class LazyEngine implements VideoEngine {
  readonly info: EngineInfo;
  readonly #make: () => Promise<VideoEngine>;
  #made: Promise<VideoEngine> | undefined;

  constructor(info: EngineInfo, make: () => Promise<VideoEngine>) {
    this.info = info;
    this.#make = make;
  }

  async *generate(
    request: EngineRequest,
    signal: AbortSignal,
    journal?: JobJournal,
  ): AsyncGenerator<EngineEvent, void, undefined> {
    this.#made ??= this.#make();
    yield* (await this.#made).generate(request, signal, journal);
  }

  async close(): Promise<void> {
    await (await this.#made)?.close();
  }
}
