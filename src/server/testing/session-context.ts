import { EngineRegistry } from '../../engines/index.ts';
import { ScriptedEngine } from '../../engines/testing/scripted-engine.ts';
import { DEFAULT_LIMITS } from '../../protocol/index.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import { LiveJobs } from '../jobs/live-jobs.ts';
import { Allowances } from '../limits/allowances.ts';
import { EventLoopTurns } from '../limits/event-loop-turns.ts';
import { RateLimiter } from '../limits/rate-limiter.ts';
import type { SessionContext } from '../sockets/session-context.ts';
import { MemoryMedia } from './memory-media.ts';
import { RecordingLogger } from './recording-logger.ts';
import { memoryQueue } from './test-storage.ts';

/** What a spec of sessions looks into. */
export interface TestSessionContext extends SessionContext {
  readonly media: MemoryMedia;
  readonly logger: RecordingLogger;
}

/** What sessions share, with a scripted engine and two open jobs for each code; the queue has started, and is the spec's to close. */
export function openSessionContext(): TestSessionContext {
  const { log, queue } = memoryQueue({ jobLimits: { perCode: 2 } });
  const live = new LiveJobs(log);
  const [media, logger] = [new MemoryMedia(), new RecordingLogger()];
  const engines = EngineRegistry.of(new ScriptedEngine());
  queue.start(new JobRunner({ engines, log, live, media, logger }));
  return {
    ...{ log, queue, live, media, logger, engines },
    profiles: engines.profiles,
    limits: DEFAULT_LIMITS,
    rates: ratesOf({ perSecond: 20, burst: 60 }),
    newCodes: new Allowances({ perSecond: 1, burst: 60 }),
    replays: new EventLoopTurns(),
    budget: { findFull: () => Promise.resolve(undefined) },
    restrictions: { isPaused: false },
    heartbeatMs: 30_000,
    reconnectJitterMs: 2_000,
  };
}

/** One rate for codes and addresses, by a clock that stands still unless a spec has one. */
export function ratesOf(limit: { readonly perSecond: number; readonly burst: number }, now = () => 0): RateLimiter {
  return new RateLimiter({ code: limit, address: limit }, now);
}
