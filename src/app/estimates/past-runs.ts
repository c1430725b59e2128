import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { type PromptMessage, WebSocketService } from '../../services/index.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import { Engines } from '../engines/engines.ts';
import { JobTracker, type JobUpdate } from '../jobs/job-tracker.ts';
import { DEVICE_STORAGE, readText, writeText } from '../preferences/text-storage.ts';
import type { PastRun } from './remaining-time.ts';

const RUNS_KEY = 'ask-kitten.runs';

/** How many runs of each engine are saved, the newest: enough for quantiles, and less than 10 kB. */
const MOST = 60;

/** Fewer of just the same kind say less than all of the engine's. */
const ENOUGH_ALIKE = 3;

/** What part of the time has passed at each quarter, where all take as long. */
const EVENLY = [0.25, 0.5, 0.75];

/** Asked by another device, which alone knows how. */
const UNKNOWN = '?';

/** What the length of a job depends on: `storyboard 4s 640x360`. */
interface Kind {
  /** The engine's id; its name, which is the same word, with a server that tells of one engine only. */
  readonly engine: string;
  readonly asked: string;
}

interface SavedRun extends PastRun, Kind {
  readonly jobId: string;
}

/** A run before it is known what was asked. */
type MeasuredRun = Omit<SavedRun, keyof Kind> & Pick<OpenRun, 'engineId'>;

interface OpenRun {
  /** The id of the engine, where the server has said it. */
  readonly engineId: string | undefined;
  readonly promptId: string;
  readonly startedAt: number;
  readonly markedAt: number[];
  /** Whether this page was there from its start on, so that it has missed no progress. */
  readonly isWitnessed: boolean;
}

/**
 * What becomes of measuring a job: it is accepted, and not started; it runs; or nobody knows from when its time counts, since
 * it has started before, or may have.
 */
type Measurement = 'accepted' | OpenRun | 'unknown';

/** How long the jobs of this device took: measured by what the server says of each, and saved in this browser. */
@Service()
export class PastRuns {
  private readonly storage = inject(DEVICE_STORAGE);
  private readonly history = inject(HISTORY_STORE);
  private readonly measurements = new Map<string, Measurement>();
  private readonly prompts = new Map<string, PromptMessage>();
  private readonly engines = inject(Engines);
  private name = '';
  private saved = this.read();

  constructor() {
    const { sent$, welcome$ } = inject(WebSocketService);
    sent$.pipe(takeUntilDestroyed()).subscribe((prompt) => this.prompts.set(prompt.id, prompt));
    welcome$.pipe(takeUntilDestroyed()).subscribe((welcome) => (this.name = welcome?.engine.name ?? this.name));
    inject(JobTracker)
      .updates$.pipe(takeUntilDestroyed())
      .subscribe((update) => this.measure(update));
  }

  /** Runs like the one of a prompt: of its engine, and of its length and size where there are enough of those. */
  runsLike(prompt: PromptMessage | undefined): readonly PastRun[] {
    const names = this.namesOf(prompt?.options?.engine);
    const sameEngine = this.saved.filter(({ engine }) => names.includes(engine));
    const alike = sameEngine.filter(({ asked }) => asked === askedBy(prompt));
    return alike.length >= ENOUGH_ALIKE ? alike : sameEngine;
  }

  /** What runs of an engine are saved under, the one first that they are from now on; the default where none was chosen. */
  private namesOf(id: string | undefined): readonly string[] {
    const [usual] = this.engines.offered();
    if (id !== undefined && id !== usual?.id) return [id];
    // Saved by its name, as long as servers told of no ids.
    return usual === undefined ? [this.name] : [usual.id, this.name];
  }

  private measure({ job, event, at, isReplay }: JobUpdate): void {
    const { id, promptId = '', progress = 0, madeWith, hasClip } = job;
    if (id === undefined) return;
    const known = this.measurements.get(id);
    const run = typeof known === 'object' ? known : undefined;
    switch (event) {
      case 'accepted':
        // A prompt that is sent again is accepted again, whatever its job does by then.
        this.measurements.set(id, known ?? 'accepted');
        return;
      case 'started':
        // A second start is that of a job that was interrupted: what had begun is made anew, or goes on.
        this.measurements.set(
          id,
          known === 'accepted'
            ? { engineId: madeWith?.id, promptId, startedAt: at, markedAt: [], isWitnessed: !isReplay }
            : 'unknown',
        );
        return;
      case 'progress':
        // A jump over several quarters passes them all at once.
        while (run !== undefined && run.markedAt.length < Math.min(3, Math.floor(progress * 4))) run.markedAt.push(at);
        return;
      case 'completed':
        // An answer in words takes no time.
        if (run !== undefined && hasClip === true) {
          this.finish(id, { ...run, isWitnessed: run.isWitnessed && !isReplay }, at);
        }
        this.measurements.delete(id);
        return;
      case 'cancelled':
      case 'failed':
      case 'lost':
        this.measurements.delete(id);
        return;
      case 'queued':
        return;
    }
  }

  private finish(
    jobId: string,
    { startedAt, markedAt, engineId, promptId, isWitnessed }: OpenRun,
    endedAt: number,
  ): void {
    const totalMs = endedAt - startedAt;
    // Of an engine that tells no progress the time goes evenly, as far as anybody knows.
    const isSilent = isWitnessed && markedAt.length === 0;
    // What is replayed without its progress says nothing of how a job goes on.
    if (totalMs <= 0 || (markedAt.length < 3 && !isSilent)) return;
    const passed = isSilent ? EVENLY : markedAt.map((at) => (at - startedAt) / totalMs);
    const [first = 0, second = 0, third = 0] = passed;
    const run = { jobId, engineId, totalMs, marks: [first, second, third] as const };
    const prompt = this.prompts.get(promptId);
    if (prompt === undefined) void this.saveRunOfOtherPage(run, promptId);
    else this.save(this.runOf(run, prompt));
  }

  /** Another page has sent it, or this one before a reload: what was asked stands in the history. */
  private async saveRunOfOtherPage(run: MeasuredRun, promptId: string): Promise<void> {
    this.save(this.runOf(run, await this.history.prompt(promptId)));
  }

  private runOf({ engineId, ...run }: MeasuredRun, prompt: PromptMessage | undefined): SavedRun {
    const [engine = this.name] = this.namesOf(engineId ?? prompt?.options?.engine);
    return { ...run, engine, asked: prompt === undefined ? UNKNOWN : askedBy(prompt) };
  }

  private save(run: SavedRun): void {
    // Other tabs have saved theirs meanwhile.
    const stored = this.read();
    const before = stored.length === 0 ? this.saved : stored;
    if (before.some(({ jobId }) => jobId === run.jobId)) return;
    const ofOthers = before.filter(({ engine }) => engine !== run.engine);
    const ofSame = before.filter(({ engine }) => engine === run.engine);
    this.saved = [...ofOthers, ...ofSame.slice(1 - MOST), run];
    writeText(this.storage, RUNS_KEY, JSON.stringify(this.saved));
  }

  private read(): readonly SavedRun[] {
    try {
      const runs: unknown = JSON.parse(readText(this.storage, RUNS_KEY) ?? '[]');
      return Array.isArray(runs) ? runs.filter(isRun) : [];
    } catch {
      return [];
    }
  }
}

function askedBy(prompt: PromptMessage | undefined): string {
  const { seconds, size } = prompt?.options ?? {};
  return [seconds, size].filter((part) => part !== undefined).join(' ');
}

function isRun(value: unknown): value is SavedRun {
  if (typeof value !== 'object' || value === null) return false;
  const { jobId, engine, asked, totalMs, marks } = value as Partial<Record<keyof SavedRun, unknown>>;
  const hasMarks = Array.isArray(marks) && marks.length === 3 && marks.every((mark) => typeof mark === 'number');
  return [jobId, engine, asked].every((word) => typeof word === 'string') && typeof totalMs === 'number' && hasMarks;
}
