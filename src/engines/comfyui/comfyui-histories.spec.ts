import fc from 'fast-check';
import { setTimeout } from 'node:timers/promises';
import { byScope } from '../../testing/index.ts';
import { EngineFault } from '../port/engine-fault.ts';
import { SHUTDOWN, type VideoEngine } from '../port/video-engine.ts';
import { RecordingJournal } from '../testing/recording-journal.ts';
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

/** A job, told once by each of the processes that it needs, while things go wrong. */
class StruckJob {
  readonly id = crypto.randomUUID();
  readonly #comfy: ComfyUiStandIn;
  readonly #strikes: Strike[];
  readonly #journal = new RecordingJournal();

  constructor(comfy: ComfyUiStandIn, strikes: readonly Strike[]) {
    this.#comfy = comfy;
    this.#strikes = [...strikes];
  }

  /** How it ended, after as many processes as it took. */
  async end(): Promise<'video' | 'uncertain'> {
    for (;;) {
      const end = await this.#runProcess();
      if (end !== undefined) return end;
    }
  }

  /** Undefined where the process ended before the job did. */
  async #runProcess(): Promise<'video' | 'uncertain' | undefined> {
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
      expect(videos).toBe(1);
      return 'video';
    } catch (error) {
      if (error === SHUTDOWN) return undefined;
      if (error instanceof EngineFault && error.code === 'engine_uncertain') return 'uncertain';
      throw error;
    } finally {
      await engine.close();
    }
  }

  #newEngine(): Promise<VideoEngine> {
    return createComfyUiEngine(
      { kind: 'comfyui', url: this.#comfy.url, workflow: 'no-model', lookForSeconds: 0.05 },
      {
        info: { name: 'comfyui', isModel: false },
        key: undefined,
        redact: String,
        share: Infinity,
        folder: '.',
        times: { silenceMs: 10, backoff: { firstMs: 2, mostMs: 10 } },
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
    'ends once and is never started twice, whatever happens on the way',
    async () => {
      const histories = fc.array(fc.constantFrom(...STRIKES), { minLength: 1, maxLength: 8 });
      const isOnce = async (strikes: readonly Strike[]): Promise<void> => {
        await using comfy = await ComfyUiStandIn.start();
        comfy.queue.onStep = () => setTimeout(1);
        const job = new StruckJob(comfy, strikes);
        const end = await job.end();
        const started = comfy.prompts.map(({ prompt_id: id }) => id);
        // A request that broke on its way has begun nothing, which nobody can know.
        const mayBeUncertain = strikes.includes('break requests');
        const ends = mayBeUncertain && end === 'uncertain' ? [] : [job.id];
        expect(started).withContext(strikes.join(', ')).toEqual(ends);
        if (!mayBeUncertain) expect(end).withContext(strikes.join(', ')).toBe('video');
      };
      await fc.assert(fc.asyncProperty(histories, isOnce), { numRuns: byScope({ quick: 10, all: 200 }) });
    },
    5 * 60_000,
  );
});
