import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { HISTORY_STORE } from '../history/store/history-token.ts';
import { DEVICE_STORAGE, writeText, readText } from '../preferences/text-storage.ts';
import { type PromptMessage, type SystemMessage, WebSocketService } from '../../services/index.ts';
import type { PastRun } from './remaining-time.ts';

const RUNS_KEY = 'ask-kitten.runs';

/** Kept runs, the newest: enough for quantiles, and less than 10 kB. */
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

interface KeptRun extends PastRun, Kind {
  readonly jobId: string;
}

interface OpenRun {
  readonly engine: string;
  readonly promptId: string;
  readonly startedAt: number;
  readonly markedAt: number[];
}

/** How long the jobs of this device took: learned from what the server says of each, and kept in this browser. */
@Service()
export class PastRuns {
  private readonly storage = inject(DEVICE_STORAGE);
  private readonly history = inject(HISTORY_STORE);
  private readonly open = new Map<string, OpenRun>();
  private readonly askedByPrompt = new Map<string, string>();
  private engine = '';
  private kept = this.read();

  constructor() {
    const socket = inject(WebSocketService);
    socket.sent$.pipe(takeUntilDestroyed()).subscribe((prompt) => this.askedByPrompt.set(prompt.id, askedBy(prompt)));
    socket.system$.pipe(takeUntilDestroyed()).subscribe((message) => this.learn(message));
  }

  /** Runs like the one of a prompt: of its engine, and of its length and size where there are enough of those. */
  like(prompt: PromptMessage | undefined): readonly PastRun[] {
    const sameEngine = this.kept.filter(({ engine }) => engine === this.engine);
    const alike = sameEngine.filter(({ asked }) => asked === askedBy(prompt));
    return alike.length >= ENOUGH_ALIKE ? alike : sameEngine;
  }

  private learn(message: SystemMessage): void {
    const { jobId, replyTo = '', ts } = message;
    if (message.event === 'welcome') this.engine = message.engine.name;
    if (jobId === undefined) return;
    const run = this.open.get(jobId);
    switch (message.event) {
      case 'started':
        this.open.set(jobId, { engine: this.engine, promptId: replyTo, startedAt: ts, markedAt: [] });
        return;
      case 'progress':
        // A jump over several quarters passes them all at once.
        while (run !== undefined && run.markedAt.length < Math.min(3, Math.floor(message.progress * 4)))
          run.markedAt.push(ts);
        return;
      case 'completed':
        if (run !== undefined) this.finish(jobId, run, ts);
        this.open.delete(jobId);
        return;
      case 'cancelled':
        this.open.delete(jobId);
        return;
      default:
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
    if (asked === undefined) void this.keepOfOtherPage(run, promptId);
    else this.keep({ ...run, asked });
  }

  /** Another page has sent it, or this one before a reload: what was asked stands in the history. */
  private async keepOfOtherPage(run: Omit<KeptRun, 'asked'>, promptId: string): Promise<void> {
    const prompt = await this.history.prompt(promptId);
    this.keep({ ...run, asked: prompt === undefined ? UNKNOWN : askedBy(prompt) });
  }

  private keep(run: KeptRun): void {
    // Other tabs have kept theirs meanwhile.
    const stored = this.read();
    const before = stored.length === 0 ? this.kept : stored;
    if (before.some(({ jobId }) => jobId === run.jobId)) return;
    this.kept = [...before, run].slice(-MOST);
    writeText(this.storage, RUNS_KEY, JSON.stringify(this.kept));
  }

  private read(): readonly KeptRun[] {
    try {
      const kept: unknown = JSON.parse(readText(this.storage, RUNS_KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isRun) : [];
    } catch {
      return [];
    }
  }
}

function askedBy(prompt: PromptMessage | undefined): string {
  const { seconds, size } = prompt?.options ?? {};
  return [seconds, size].filter((part) => part !== undefined).join(' ');
}

function isRun(value: unknown): value is KeptRun {
  if (typeof value !== 'object' || value === null) return false;
  const { jobId, engine, asked, totalMs, marks } = value as Partial<Record<keyof KeptRun, unknown>>;
  const hasMarks = Array.isArray(marks) && marks.length === 3 && marks.every((mark) => typeof mark === 'number');
  return [jobId, engine, asked].every((word) => typeof word === 'string') && typeof totalMs === 'number' && hasMarks;
}
