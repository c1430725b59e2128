import type { Retention } from '../ports/index.ts';

/** Everything is stored for ever. */
export const UNLIMITED_RETENTION: Retention = { messagesPerCode: Infinity, maxAgeMs: Infinity };
