export type { Bus, BusListener } from './bus.ts';
export { DiskFullError, isDiskFull } from './disk-full.ts';
export type {
  DurableMessage,
  EventLog,
  LogExtent,
  LogListener,
  MessageDraft,
  Retention,
  StoredMessage,
} from './event-log.ts';
export type {
  AbortReason,
  DangerousPart,
  Job,
  JobHandler,
  JobLane,
  JobOutcome,
  JobOwner,
  JobQueue,
  JobReceipt,
  JobRun,
  JobTally,
  QueueFull,
  QuotaUsed,
  ToldProgress,
} from './job-queue.ts';
export type { JoinCode, JoinCodes } from './join-codes.ts';
export type { SharedRates } from './shared-rates.ts';
export type { ServerLogger } from './logger.ts';
export type { JobEnd, Meter } from './meter.ts';
export type { ByteRange, MediaDraft, MediaFacts, MediaStore, StoredMedia } from './media-store.ts';
export { ROOM_AFTER_MS } from './storage.ts';
export type {
  Restrictions,
  Revocations,
  Storage,
  StorageBudget,
  StorageCheck,
  StorageFull,
  StorageUsage,
} from './storage.ts';
