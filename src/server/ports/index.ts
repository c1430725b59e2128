export type { EventLog, KeptMessage, LogExtent, LogListener, MessageDraft } from './event-log.ts';
export type { AbortReason, Job, JobHandler, JobQueue, JobReceipt, JobRun, QueueFull } from './job-queue.ts';
export type { MediaDraft, MediaStore, StoredMedia } from './media-store.ts';
export type { Revocations } from './revocations.ts';
export type { Storage } from './storage.ts';
