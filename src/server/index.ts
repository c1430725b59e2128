export { MediaFolder } from './embedded/media-folder.ts';
export { MemoryEventLog, type MemoryEventLogOptions } from './embedded/memory-event-log.ts';
export { ProcessJobQueue, type ProcessJobQueueOptions } from './embedded/process-job-queue.ts';
export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export type { LogDestination, LogLevel } from './logging.ts';
export type * from './ports/index.ts';
export type { RateLimit } from './token-bucket.ts';
