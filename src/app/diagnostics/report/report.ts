import type { ConnectionState, ConnectionLogState } from '../../../services/index.ts';
import type { Check } from '../checks/check.ts';

/** What a report is made of. */
export interface ReportSource {
  readonly at: number;
  readonly build: string | null;
  readonly language: string;
  readonly userAgent: string;
  readonly connection: ConnectionState;
  readonly checks: readonly Check[];
  readonly connectionLog: ConnectionLogState;
  /** How far the server's clock is ahead of this device's, in milliseconds; null before a server has told. */
  readonly serverAheadMs: number | null;
}

/**
 * What a person can hand on to whoever helps: JSON, with times as texts. It holds no content of messages, no user
 * code and no address; the words of the checks, which are for people, are left out.
 */
export function reportText({
  at,
  build,
  language,
  userAgent,
  connection,
  checks,
  connectionLog,
  serverAheadMs,
}: ReportSource): string {
  const { status, attempt, maxAttempts, problem, roundTripMs, hasRecovered } = connection;
  const { entries, counts, roundTrips, lastCloseCode, lastError } = connectionLog;
  const report = {
    app: 'ask-kitten',
    build,
    exportedAt: timeText(at),
    language,
    userAgent,
    connection: {
      status,
      attempt,
      maxAttempts,
      problem,
      lastCloseCode,
      roundTripMs,
      hasRecovered,
      serverClockAheadMs: serverAheadMs,
    },
    checks: Object.fromEntries(checks.map(({ name, state }) => [name, state])),
    counts,
    lastError: lastError && { ...lastError, at: timeText(lastError.at) },
    roundTripsMs: roundTrips.map(({ milliseconds }) => milliseconds),
    events: entries.map(({ at: happenedAt, ...fact }) => ({ at: timeText(happenedAt), ...fact })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The name of its file. */
export function reportName(at: number): string {
  return `ask-kitten-diagnostics-${timeText(at).slice(0, 19).replaceAll(':', '')}.json`;
}

function timeText(at: number): string {
  return new Date(at).toISOString();
}
