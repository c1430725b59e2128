import { setImmediate as nextTurn } from 'node:timers/promises';
import { RecordingPeer } from '../testing/recording-peer.ts';
import { UnreadBytes } from './unread-bytes.ts';

const LIMITS = { perAddress: 1_000, total: 3_000 };

describe('UnreadBytes', () => {
  let unread: UnreadBytes;

  beforeEach(() => {
    unread = new UnreadBytes(LIMITS);
  });

  /** Has a peer of an address wait for so many bytes more. */
  function send(address: string, peer: RecordingPeer, bytes: number): void {
    peer.bufferedBytes += bytes;
    unread.note(address, peer, peer.bufferedBytes);
  }

  function peers(count: number): readonly RecordingPeer[] {
    return Array.from({ length: count }, () => new RecordingPeer());
  }

  function closed(all: readonly RecordingPeer[]): readonly RecordingPeer[] {
    return all.filter(({ closedWith }) => closedWith !== undefined);
  }

  it('closes of many that read nothing as many as it takes, the slowest first, with 1013', async () => {
    const many = peers(256);
    // 3, 4, 5 and 6 bytes by turns, 1,152 together.
    for (const [index, peer] of many.entries()) send('10.0.0.1', peer, 3 + (index % 4));
    await nextTurn();
    expect(closed(many).map(({ bufferedBytes }) => bufferedBytes)).toEqual(Array.from({ length: 26 }, () => 6));
    expect(closed(many)[0]?.closedWith).toEqual({ code: 1013, reason: 'reads too slowly' });
    expect(unread.total).toBe(996);
  });

  it('leaves those alone that have read it meanwhile', async () => {
    const [slow, quick] = [new RecordingPeer(), new RecordingPeer()];
    send('10.0.0.1', quick, 900);
    quick.bufferedBytes = 0;
    send('10.0.0.1', slow, 500);
    await nextTurn();
    expect(closed([slow, quick])).toEqual([]);
    expect(unread.total).toBe(500);
  });

  it('leaves other addresses alone', async () => {
    const [own, others] = [peers(3), peers(3)];
    for (const peer of own) send('10.0.0.1', peer, 400);
    for (const peer of others) send('10.0.0.2', peer, 300);
    await nextTurn();
    expect([closed(own).length, closed(others).length]).toEqual([1, 0]);
  });

  it('closes over all the slowest of whichever address has most', async () => {
    const addresses = ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'];
    const [first = [], ...others] = addresses.map(() => peers(2));
    for (const [index, address] of addresses.entries())
      for (const peer of [first, ...others][index] ?? []) send(address, peer, address === '10.0.0.1' ? 450 : 400);
    await nextTurn();
    expect(closed(first).length).toBe(1);
    expect(closed(others.flat())).toEqual([]);
  });

  it('forgets who has gone', async () => {
    const [gone, left] = [new RecordingPeer(), new RecordingPeer()];
    send('10.0.0.1', gone, 900);
    unread.forget('10.0.0.1', gone);
    unread.forget('10.0.0.1', gone);
    send('10.0.0.1', left, 900);
    await nextTurn();
    expect(closed([gone, left])).toEqual([]);
    expect(unread.total).toBe(900);
  });
});
