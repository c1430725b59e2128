export { DataFolder, type DataFolderOptions } from './embedded/data-folder.ts';
export type { Retention } from './embedded/sqlite-event-log.ts';
export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export type { LogDestination, LogLevel } from './logging.ts';
export type * from './ports/index.ts';
export type { RateLimits } from './rate-limiter.ts';
export type { SocketLimits } from './socket-register.ts';
export type { RateLimit } from './token-bucket.ts';
