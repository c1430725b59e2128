import type { Retention } from '../ports/index.ts';

/** As long as the setting says where nobody sets it: 1,000 messages of a code, for 30 days. */
export const DEFAULT_RETENTION: Retention = { messagesPerCode: 1_000, maxAgeMs: 30 * 24 * 60 * 60 * 1_000 };

/** Everything is stored for ever. */
export const UNLIMITED_RETENTION: Retention = { messagesPerCode: Infinity, maxAgeMs: Infinity };
