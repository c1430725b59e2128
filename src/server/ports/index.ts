export type { DurableMessage, EventLog, LogExtent, LogListener, MessageDraft } from './event-log.ts';
export type {
  AbortReason,
  Job,
  JobHandler,
  JobLane,
  JobOutcome,
  JobQueue,
  JobReceipt,
  JobRun,
  QueueFull,
} from './job-queue.ts';
export type { ServerLogger } from './logger.ts';
export type { MediaDraft, MediaStore, StoredMedia } from './media-store.ts';
export type { Revocations, Storage } from './storage.ts';
