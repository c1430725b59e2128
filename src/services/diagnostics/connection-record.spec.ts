import {
  CONNECTION_LOG_CAPACITY,
  type ConnectionLogEntry,
  type ConnectionLogState,
  EMPTY_CONNECTION_LOG,
  ROUND_TRIP_CAPACITY,
} from './connection-log-state.ts';
import { byteLength } from '../platform/byte-length.ts';
import type { Arrival } from './connection-log-facts.ts';
import { ConnectionRecord } from './connection-record.ts';
import { ReceivedFrame } from './received-frame.ts';
import { useFakeClock } from '../../testing/index.ts';

const ID = '5b0ee5a5-3c1f-4a3e-9a57-3a1f5c1b2d3e';

type OtherEntry = Exclude<ConnectionLogEntry, { readonly kind: 'received' }>;

function received(fields: Partial<Arrival> = {}): Arrival {
  return {
    kind: 'received',
    type: 'text',
    as: 'new',
    event: undefined,
    code: undefined,
    seq: undefined,
    wholeId: ID,
    id: undefined,
    frame: frameAt(1, '0123456789'),
    times: 1,
    bytesBefore: 0,
    ...fields,
  };
}

function frameAt(at: number, frame: string): ReceivedFrame {
  jasmine.clock().mockDate(new Date(at));
  return new ReceivedFrame(frame);
}

function after(...entries: readonly (OtherEntry | Arrival)[]): ConnectionLogState {
  const record = new ConnectionRecord();
  for (const entry of entries) {
    if (entry.kind === 'received') record.addArrival(entry);
    else record.addEntry(entry);
  }
  return record.state;
}

describe('the connection log', () => {
  useFakeClock();

  it('keeps the newest two hundred entries', () => {
    const entries = Array.from({ length: 250 }, (_, at): OtherEntry => ({
      kind: 'connecting',
      attempt: 0,
      at,
    }));
    const state = after(...entries);
    expect(state.entries.length).toBe(CONNECTION_LOG_CAPACITY);
    expect(state.entries[0]?.at).toBe(50);
    expect(state.entries.at(-1)?.at).toBe(249);
  });

  it('keeps the newest two hundred, however many there were', () => {
    const record = new ConnectionRecord();
    for (let at = 0; at < 1_001; at++) record.addEntry({ kind: 'connecting', attempt: 0, at });
    const { entries } = record.state;
    expect([entries.length, entries[0]?.at, entries.at(-1)?.at]).toEqual([CONNECTION_LOG_CAPACITY, 801, 1_000]);
  });

  it('leaves a state as it was, whatever comes after', () => {
    const record = new ConnectionRecord();
    const progress = received({ type: 'system', event: 'progress' });
    record.addArrival(progress);
    const before = record.state;
    const copy = structuredClone(before);
    record.addArrival({ ...progress });
    record.addEntry({ kind: 'open', at: 2 });
    record.addRoundTrip({ at: 3, milliseconds: 1 });
    expect(before).toEqual(copy);
  });

  it('knows the bytes of an entry by the time that somebody looks, also where entries become one', () => {
    const record = new ConnectionRecord();
    const text = '猫猫猫';
    const frame = frameAt(1, text);
    const progress = { type: 'system', event: 'progress' } as const;
    record.addArrival(received({ frame, seq: 1, wholeId: 'server 1' }));
    record.addArrival(received({ ...progress, frame }));
    record.addArrival(received({ ...progress, frame: frameAt(2, 'abc') }));
    const bytes = byteLength(text);
    const { entries } = record.state;
    expect(entries[0]).not.toEqual(jasmine.objectContaining({ id: jasmine.anything() }));
    expect(entries).toEqual([
      jasmine.objectContaining({ seq: 1, bytes }),
      jasmine.objectContaining({ times: 2, bytes: bytes + 3, id: ID.slice(0, 8), at: 2 }),
    ]);
  });

  it('holds nothing of what was said once it has let go, and knows the size and the beginning of the id', () => {
    const record = new ConnectionRecord();
    record.addArrival(received({ seq: 1, frame: frameAt(1, '一只橘猫') }));
    record.addArrival(received({ seq: 2, wholeId: '一只橘猫' }));
    record.dropContent();
    const held = JSON.stringify(record);
    for (const said of ['橘猫', ID]) expect(held).not.toContain(said);
    expect(record.state.entries).toEqual([
      jasmine.objectContaining({ seq: 1, bytes: 12, id: ID.slice(0, 8) }),
      jasmine.objectContaining({ seq: 2, bytes: 10 }),
    ]);
  });

  it('counts the bytes of what is listed, however much there was', () => {
    const record = new ConnectionRecord();
    for (let seq = 1; seq <= 1_001; seq++)
      record.addArrival(received({ seq, frame: new ReceivedFrame('猫'.repeat(seq)) }));
    const { entries } = record.state;
    expect(entries.every((entry) => entry.kind === 'received' && entry.bytes === 3 * (entry.seq ?? 0))).toBeTrue();
  });

  it('counts the bytes of an entry for many messages, however many there were', () => {
    const record = new ConnectionRecord();
    for (let at = 1; at <= 1_001; at++) {
      record.addArrival(received({ type: 'video', frame: frameAt(at, '猫') }));
      if (at === 500) expect(record.state.entries).toEqual([jasmine.objectContaining({ times: 500, bytes: 1_500 })]);
    }
    expect(record.state.entries).toEqual([jasmine.objectContaining({ times: 1_001, bytes: 3_003, at: 1_001 })]);
  });

  it('keeps the newest sixty round trips', () => {
    const record = new ConnectionRecord();
    for (let at = 0; at < 70; at++) record.addRoundTrip({ at, milliseconds: at });
    const { roundTrips } = record.state;
    expect(roundTrips.length).toBe(ROUND_TRIP_CAPACITY);
    expect(roundTrips[0]?.at).toBe(10);
  });

  it('counts the first connection, and apart from it those that took its place', () => {
    const { counts } = after({ kind: 'open', at: 1 }, { kind: 'open', at: 2 }, { kind: 'open', at: 3 });
    expect([counts.connects, counts.reconnects]).toEqual([3, 2]);
  });

  it('counts messages by type, those that came again, missing ranges, and what is gone', () => {
    const { counts } = after(
      received({ seq: 1 }),
      received({ seq: 1, as: 'duplicate' }),
      received({ type: 'video', seq: 4, as: 'early' }),
      { kind: 'missing-range', count: 2, at: 2 },
      { kind: 'missed', count: 2, at: 3 },
    );
    expect(counts.received.text).toBe(2);
    expect(counts.received.video).toBe(1);
    expect([counts.duplicates, counts.missingRanges, counts.missed]).toEqual([1, 1, 2]);
  });

  it('knows the code of the last close, also after a new connection', () => {
    const closed: OtherEntry = { kind: 'waiting', attempt: 1, closeCode: 1006, at: 1 };
    expect(after(closed, { kind: 'open', at: 2 }).lastCloseCode).toBe(1006);
    expect(EMPTY_CONNECTION_LOG.lastCloseCode).toBeNull();
  });

  it('counts errors and unreadable frames once each, and knows the newest after its entry is gone', () => {
    const { counts, lastError } = after(
      received({ type: 'error', code: 'queue_full', seq: 1, frame: frameAt(5, '') }),
      { kind: 'unreadable', code: 'bad_frame', bytes: 3, at: 6 },
      received({ type: 'error', code: 'engine_failed', seq: 2, frame: frameAt(7, '') }),
      received({ type: 'error', code: 'queue_full', seq: 1, as: 'duplicate', frame: frameAt(8, '') }),
      ...Array.from({ length: CONNECTION_LOG_CAPACITY }, (_, at): OtherEntry => ({
        kind: 'connecting',
        attempt: 0,
        at: at + 9,
      })),
    );
    expect([counts.errors, counts.unreadable]).toEqual([2, 1]);
    expect(lastError).toEqual({ code: 'engine_failed', at: 7 });
    expect(EMPTY_CONNECTION_LOG.lastError).toBeNull();
  });

  it('counts pings, and has no entry for them or their answers', () => {
    const { counts, entries } = after(
      { kind: 'sent', type: 'ping', bytes: 50, at: 1 },
      received({ type: 'system', event: 'pong' }),
      { kind: 'sent', type: 'text', bytes: 90, at: 2 },
    );
    expect(counts.pings).toBe(1);
    expect(entries.map(({ kind }) => kind)).toEqual(['sent']);
  });

  it('has one entry for transient messages that are alike', () => {
    const progress = received({ type: 'system', event: 'progress' });
    const { entries, counts } = after(
      progress,
      { ...progress },
      { ...progress, frame: frameAt(3, '0123456789') },
      received({ seq: 4 }),
      received({ seq: 5 }),
    );
    expect(entries.length).toBe(3);
    expect(entries[0]).toEqual(jasmine.objectContaining({ times: 3, bytes: 30, at: 3 }));
    expect(counts.received.system).toBe(3);
  });
});
