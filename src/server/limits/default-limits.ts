import type { InFlightLimits } from './in-flight.ts';
import type { AnswerLimits } from './open-answers.ts';
import type { SocketLimits } from './open-sockets.ts';
import type { RateLimits } from './rate-limiter.ts';
import type { RateLimit } from './token-bucket.ts';

const MIB = 1024 * 1024;

/** What a code and an address may send. */
export const MESSAGE_RATES: RateLimits = {
  code: { perSecond: 20, burst: 60 },
  // Behind one address there may be a household or an office.
  address: { perSecond: 100, burst: 300 },
};

const HOUR_SECONDS = 3_600;
const DAY_HOURS = 24;

/** How many user codes an address may begin, at so many an hour. A day's worth at once: a school may come on a Monday. */
export function newCodesLimit(perHour = 60): RateLimit {
  return { perSecond: perHour / HOUR_SECONDS, burst: perHour * DAY_HOURS };
}

/** How often they may connect. */
export const CONNECT_RATES: RateLimits = {
  // A page connects once; twenty of them come back at once after a restart.
  code: { perSecond: 2, burst: 60 },
  address: { perSecond: 20, burst: 512 },
};

/**
 * What an address may ask for over HTTP. A page is some fifty files, and a gallery of 1,000 works three times as many
 * requests at most: several people behind one address may load both at once.
 */
export const REQUEST_RATE: RateLimit = { perSecond: 200, burst: 10_000 };

/** How often they may upload. */
export const UPLOAD_RATES: RateLimits = {
  code: { perSecond: 0.2, burst: 20 },
  address: { perSecond: 1, burst: 100 },
};

/** How often the password may be tried. */
export const PASSWORD_RATES: RateLimits = {
  // All tries count as those of one code, so that many addresses together can't keep the machine busy with hashing.
  code: { perSecond: 5, burst: 50 },
  address: { perSecond: 0.1, burst: 10 },
};

/** Bytes of uploads under way. */
export const UPLOAD_BYTES: InFlightLimits = { perAddress: 32 * MIB, total: 128 * MIB };

/** Bytes that wait for clients to read them: what a socket may have, of eight in an address, and four such addresses. */
export const UNREAD_BYTES: InFlightLimits = { perAddress: 64 * MIB, total: 256 * MIB };

/** How many sockets may be open. */
export const SOCKET_LIMITS: SocketLimits = { perCode: 16, perAddress: 256, total: 5_000 };

/** How many sockets of an address may be open that were refused: an honest client answers the close at once. */
export const MAX_CLOSING_SOCKETS = 32;

/** Answers under way: two browsers over HTTP/2 ask for as much at once, and proxies end what nobody reads for as long. */
export const ANSWER_LIMITS: AnswerLimits = { perAddress: 256, total: 1_000, unreadMs: 60_000 };
