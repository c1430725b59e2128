import fc from 'fast-check';
import { setTimeout } from 'node:timers/promises';
import { byScope } from '../../testing/index.ts';
import type { JobJournal, JournalEntry } from '../port/job-journal.ts';
import { SHUTDOWN, type VideoEngine } from '../port/video-engine.ts';
import { createComfyUiEngine } from './index.ts';
import { ComfyUiStandIn } from './testing/comfyui-stand-in.ts';

/** What may happen to a job between two of its events. */
const STRIKES = [
  'nothing',
  'cut sockets',
  'refuse sockets',
  'break requests',
  'answer 503',
  'lose answers',
  'restart us',
] as const;
type Strike = (typeof STRIKES)[number];

/** Outlives the engines that write to it, as the gateway's database does. */
class StoredJournal implements JobJournal {
  entry: JournalEntry | undefined;

  write(entry: JournalEntry | undefined): Promise<void> {
    this.entry = entry;
    return Promise.resolve();
  }
}

/** A job, told once by each of the processes that it needs, while things go wrong. */
class StruckJob {
  readonly id = crypto.randomUUID();
  readonly #comfy: ComfyUiStandIn;
  readonly #strikes: Strike[];
  readonly #journal = new StoredJournal();

  constructor(comfy: ComfyUiStandIn, strikes: readonly Strike[]) {
    this.#comfy = comfy;
    this.#strikes = [...strikes];
  }

  /** How many videos came of it, in all processes together. */
  async videos(): Promise<number> {
    for (;;) {
      const found = await this.#runProcess();
      if (found !== undefined) return found;
    }
  }

  /** Undefined where the process ended before the job did. */
  async #runProcess(): Promise<number | undefined> {
    const engine = await this.#newEngine();
    const process = new AbortController();
    let videos = 0;
    try {
      for await (const { kind } of engine.generate(
        { jobId: this.id, prompt: 'a cat' },
        process.signal,
        this.#journal,
      )) {
        if (kind === 'video') videos++;
        else this.#strike(process);
      }
      return videos;
    } catch (error) {
      if (error === SHUTDOWN) return undefined;
      throw error;
    } finally {
      await engine.close();
    }
  }

  #newEngine(): Promise<VideoEngine> {
    return createComfyUiEngine(
      { kind: 'comfyui', url: this.#comfy.url, workflow: 'no-model' },
      {
        info: { name: 'comfyui', isModel: false },
        key: undefined,
        redact: String,
        folder: '.',
        times: { silenceMs: 10, settleMs: 50, backoff: { firstMs: 2, mostMs: 10 } },
      },
    );
  }

  #strike(process: AbortController): void {
    const comfy = this.#comfy;
    const strike = this.#strikes.shift() ?? 'nothing';
    comfy.losesAnswers = strike === 'lose answers';
    comfy.sockets.areRefused = strike === 'refuse sockets';
    let faults = strike === 'break requests' || strike === 'answer 503' ? 2 : 0;
    comfy.intercept = (_, response) => {
      if (faults-- <= 0) return false;
      if (strike === 'answer 503') response.writeHead(503).end();
      else response.destroy();
      return true;
    };
    if (strike === 'cut sockets') comfy.sockets.cut();
    if (strike === 'restart us') process.abort(SHUTDOWN);
  }
}

describe('A job at ComfyUI', () => {
  it(
    'is started once and ends once, whatever happens on the way',
    async () => {
      const histories = fc.array(fc.constantFrom(...STRIKES), { minLength: 1, maxLength: 8 });
      const isOnce = async (strikes: readonly Strike[]): Promise<void> => {
        await using comfy = await ComfyUiStandIn.start();
        comfy.queue.onStep = () => setTimeout(1);
        const job = new StruckJob(comfy, strikes);
        expect(await job.videos())
          .withContext(strikes.join(', '))
          .toBe(1);
        expect(comfy.prompts.map(({ prompt_id: id }) => id))
          .withContext(strikes.join(', '))
          .toEqual([job.id]);
      };
      await fc.assert(fc.asyncProperty(histories, isOnce), { numRuns: byScope({ quick: 10, all: 200 }) });
    },
    5 * 60_000,
  );
});
