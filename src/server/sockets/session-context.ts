import type { EngineRegistry } from '../../engines/index.ts';
import type { EngineProfile, Limits } from '../../protocol/index.ts';
import type { LiveJobs } from '../jobs/live-jobs.ts';
import type { Allowances } from '../limits/allowances.ts';
import type { EventLoopTurns } from '../limits/event-loop-turns.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import type {
  EventLog,
  JobQueue,
  MediaStore,
  Meter,
  Restrictions,
  ServerLogger,
  StorageBudget,
} from '../ports/index.ts';
import type { LogPosition } from './catch-up.ts';
import type { Peer } from './frame-writer.ts';

/** What the sessions of a gateway share. */
export interface SessionContext {
  readonly log: EventLog;
  readonly queue: JobQueue;
  readonly live: LiveJobs;
  /** Where the reference images are that a prompt may name. */
  readonly media: Pick<MediaStore, 'find'>;
  /** Where on its origin the gateway is. Default `/`. */
  readonly basePath?: string;
  readonly budget: StorageBudget;
  readonly restrictions: Pick<Restrictions, 'isPaused'>;
  readonly engines: EngineRegistry;
  /** What clients are told of each. */
  readonly profiles: readonly EngineProfile[];
  /** What the gateway does beyond what every one does. */
  readonly features?: readonly string[];
  readonly limits: Limits;
  readonly rates: RateLimiter;
  /** How many user codes an address may begin: of each a row is stored for ever. */
  readonly newCodes: Allowances;
  /** Through which the pages of all replays go. */
  readonly replays: EventLoopTurns;
  /** How long a client lets its socket be silent before it pings, in milliseconds. */
  readonly heartbeatMs: number;
  /** By how much longer a client waits at most, by chance, before it comes back, in milliseconds. */
  readonly reconnectJitterMs: number;
  readonly logger: ServerLogger;
  /** Absent where nobody reads it. */
  readonly meter?: Pick<Meter, 'received' | 'refused'> | undefined;
}

/** Who a session is with. */
export interface SessionClient {
  /** The key of the user code. */
  readonly code: string;
  /** The request that the socket came from, as the log calls it. */
  readonly requestId?: string;
  /** Its rate is counted by this and by its code. */
  readonly address: string;
  /** Absent on a first visit, which gets no history. */
  readonly resume?: LogPosition;
  /** Of which media it may have something made; absent where it may of all. */
  readonly isOwn?: ((name: string) => Promise<boolean>) | undefined;
  readonly peer: Peer;
}
