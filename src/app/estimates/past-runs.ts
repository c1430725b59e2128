import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { type PromptMessage, WebSocketService } from '../../services/index.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import { JobTracker, type JobUpdate } from '../jobs/job-tracker.ts';
import { DEVICE_STORAGE, readText, writeText } from '../preferences/text-storage.ts';
import type { PastRun } from './remaining-time.ts';

const RUNS_KEY = 'ask-kitten.runs';

/** How many runs are saved, the newest: enough for quantiles, and less than 10 kB. */
const MOST = 60;

/** Fewer of just the same kind say less than all of the engine's. */
const ENOUGH_ALIKE = 3;

/** Asked by another device, which alone knows how. */
const UNKNOWN = '?';

/** What the length of a job depends on: `storyboard 4s 640x360`. */
interface Kind {
  readonly engine: string;
  readonly asked: string;
}

interface SavedRun extends PastRun, Kind {
  readonly jobId: string;
}

interface OpenRun {
  readonly engine: string;
  readonly promptId: string;
  readonly startedAt: number;
  readonly markedAt: number[];
}

/** How long the jobs of this device took: measured by what the server says of each, and saved in this browser. */
@Service()
export class PastRuns {
  private readonly storage = inject(DEVICE_STORAGE);
  private readonly history = inject(HISTORY_STORE);
  private readonly openRuns = new Map<string, OpenRun>();
  private readonly askedByPrompt = new Map<string, string>();
  private engine = '';
  private saved = this.read();

  constructor() {
    const { sent$, welcome$ } = inject(WebSocketService);
    sent$.pipe(takeUntilDestroyed()).subscribe((prompt) => this.askedByPrompt.set(prompt.id, askedBy(prompt)));
    welcome$.pipe(takeUntilDestroyed()).subscribe((welcome) => (this.engine = welcome?.engine.name ?? this.engine));
    inject(JobTracker)
      .updates$.pipe(takeUntilDestroyed())
      .subscribe((update) => this.measure(update));
  }

  /** Runs like the one of a prompt: of its engine, and of its length and size where there are enough of those. */
  runsLike(prompt: PromptMessage | undefined): readonly PastRun[] {
    const sameEngine = this.saved.filter(({ engine }) => engine === this.engine);
    const alike = sameEngine.filter(({ asked }) => asked === askedBy(prompt));
    return alike.length >= ENOUGH_ALIKE ? alike : sameEngine;
  }

  private measure({ job: { id, promptId = '', progress = 0 }, event, at }: JobUpdate): void {
    if (id === undefined) return;
    const run = this.openRuns.get(id);
    switch (event) {
      case 'started':
        this.openRuns.set(id, { engine: this.engine, promptId, startedAt: at, markedAt: [] });
        return;
      case 'progress':
        // A jump over several quarters passes them all at once.
        while (run !== undefined && run.markedAt.length < Math.min(3, Math.floor(progress * 4))) run.markedAt.push(at);
        return;
      case 'completed':
        if (run !== undefined) this.finish(id, run, at);
        this.openRuns.delete(id);
        return;
      case 'cancelled':
      case 'failed':
      case 'lost':
        this.openRuns.delete(id);
        return;
      case 'accepted':
      case 'queued':
        return;
    }
  }

  private finish(jobId: string, { startedAt, markedAt, engine, promptId }: OpenRun, endedAt: number): void {
    const totalMs = endedAt - startedAt;
    // What is replayed without its progress says nothing of how a job goes on.
    if (totalMs <= 0 || markedAt.length < 3) return;
    const [first = 0, second = 0, third = 0] = markedAt.map((at) => (at - startedAt) / totalMs);
    const run = { jobId, engine, totalMs, marks: [first, second, third] as const };
    const asked = this.askedByPrompt.get(promptId);
    if (asked === undefined) void this.saveRunOfOtherPage(run, promptId);
    else this.save({ ...run, asked });
  }

  /** Another page has sent it, or this one before a reload: what was asked stands in the history. */
  private async saveRunOfOtherPage(run: Omit<SavedRun, 'asked'>, promptId: string): Promise<void> {
    const prompt = await this.history.prompt(promptId);
    this.save({ ...run, asked: prompt === undefined ? UNKNOWN : askedBy(prompt) });
  }

  private save(run: SavedRun): void {
    // Other tabs have saved theirs meanwhile.
    const stored = this.read();
    const before = stored.length === 0 ? this.saved : stored;
    if (before.some(({ jobId }) => jobId === run.jobId)) return;
    this.saved = [...before, run].slice(-MOST);
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
