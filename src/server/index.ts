export { DataFolder, type DataFolderOptions } from './storage/data-folder.ts';
export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export type { LogDestination, LogLevel } from './http/logging.ts';
export type * from './ports/index.ts';
export type { RateLimits } from './limits/rate-limiter.ts';
export type { RateLimit } from './limits/token-bucket.ts';
export type { SocketLimits } from './limits/open-sockets.ts';
