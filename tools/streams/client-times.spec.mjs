import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONFIG } from '../../src/services/config/config.ts';
import { ANSWER_TIMEOUT, REFUSAL_WAIT } from '../../src/services/outbox/outbox-limits.ts';
import { greetingTimeout } from '../../src/services/session/greeting.ts';
import { PROJECT } from '../setup/project.mjs';

const DOCUMENT = readFileSync(join(PROJECT, 'src', 'protocol', 'PROTOCOL.md'), 'utf8');

/** What the table of a client's times says of something. */
function said(what) {
  const [, times] = DOCUMENT.slice(DOCUMENT.indexOf("## 12. A client's times")).split(`| ${what}`, 2);
  const [, howLong = ''] = (times ?? '').split('|');
  return howLong;
}

const seconds = (milliseconds) => `${milliseconds / 1_000} s`;

describe('the times that the protocol promises of a client', () => {
  it('are those of the stream layer', () => {
    const { connectTimeout, greetingTimeout: first, reconnectTimeout, stableAfter, heartbeatTimeout } = DEFAULT_CONFIG;
    expect(said('the socket opens')).toContain(seconds(connectTimeout));
    expect(said('a greeting')).toContain(`${seconds(first)} at the first try; twice as long`);
    expect(said('a greeting')).toContain(`up to ${seconds(greetingTimeout(first, 100))}`);
    expect(greetingTimeout(first, 1)).toBe(2 * first);
    expect(said('a retry')).toContain(`${seconds(reconnectTimeout)}, five times`);
    expect(DEFAULT_CONFIG.maxReconnectAttempts).toBe(5);
    expect(said('a retry')).toContain('every minute');
    expect(DEFAULT_CONFIG.slowReconnectTimeout).toBe(60_000);
    expect(said('the budget of retries')).toContain(seconds(stableAfter));
    expect(said('the answer to a `ping`')).toContain(seconds(heartbeatTimeout));
    expect(said('`accepted`')).toContain(seconds(ANSWER_TIMEOUT));
    expect(said('after `rate_limited`')).toContain(seconds(REFUSAL_WAIT));
  });
});
