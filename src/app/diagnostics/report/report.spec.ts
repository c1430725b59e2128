import { EMPTY_CONNECTION_LOG, type ConnectionLogState } from '../../../services/index.ts';
import { CONNECTED } from '../../../services/testing/index.ts';
import { reportName, reportText } from './report.ts';

const AT = Date.UTC(2026, 0, 2, 3, 4, 5);

describe('the report', () => {
  const connectionLog: ConnectionLogState = {
    ...EMPTY_CONNECTION_LOG,
    entries: [{ kind: 'waiting', attempt: 1, closeCode: 1006, at: AT - 1_000 }],
    roundTrips: [{ at: AT, milliseconds: 7 }],
    lastCloseCode: 1006,
  };
  const report = JSON.parse(
    reportText({
      at: AT,
      build: 'ABCD1234',
      language: 'en',
      userAgent: 'browser',
      connection: CONNECTED,
      checks: [{ name: 'server', state: 'ok', finding: () => 'words for people' }],
      connectionLog,
      serverAheadMs: 12,
    }),
  ) as Readonly<Record<string, unknown>>;

  it('holds what was counted, measured and found, with times as texts', () => {
    expect(report).toEqual(
      jasmine.objectContaining({
        build: 'ABCD1234',
        exportedAt: '2026-01-02T03:04:05.000Z',
        checks: { server: 'ok' },
        roundTripsMs: [7],
        events: [{ at: '2026-01-02T03:04:04.000Z', kind: 'waiting', attempt: 1, closeCode: 1006 }],
      }),
    );
    expect(report['connection']).toEqual(
      jasmine.objectContaining({ status: 'connected', lastCloseCode: 1006, serverClockAheadMs: 12 }),
    );
  });

  it('holds no words that are for people', () => {
    expect(JSON.stringify(report)).not.toContain('words for people');
  });

  it('has a name that any system takes', () => {
    expect(reportName(AT)).toBe('ask-kitten-diagnostics-2026-01-02T030405.json');
  });
});
