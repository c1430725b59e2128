import { flush } from '../../../testing/index.ts';
import type { Bus } from '../../ports/index.ts';
import { MemoryBusHub } from '../../testing/memory-bus.ts';
import { usePostgres } from '../testing/use-postgres.ts';
import { PostgresRestrictions } from './postgres-restrictions.ts';
import { PostgresRevocations, revokeCode } from './postgres-revocations.ts';
import { WatchedSet } from './watched-set.ts';

describe('what operators decide, on PostgreSQL', () => {
  const postgres = usePostgres();
  const closing: { close(): Promise<void> }[] = [];
  const faults: unknown[] = [];

  afterEach(async () => {
    for (const each of closing.splice(0)) await each.close();
    expect(faults).toEqual([]);
  });

  async function openRevocations(bus: Bus, intervalMs = 1e6): Promise<PostgresRevocations> {
    const { database } = postgres();
    const options = { intervalMs, onFault: (error: unknown) => faults.push(error) };
    const revocations = await PostgresRevocations.open(database, bus, options);
    closing.push(revocations);
    return revocations;
  }

  it('is known to every process when one of them revokes a code, and to those that start later', async () => {
    const hub = new MemoryBusHub();
    const [here, there] = [await openRevocations(hub.join()), await openRevocations(hub.join())];
    const told = new Promise<string>((resolve) => there.watch(resolve));
    await here.revoke('a');
    expect(await told).toBe('a');
    expect([here, there, await openRevocations(hub.join())].map((each) => each.isRevoked('a'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(here.isRevoked('b')).toBeFalse();
  });

  it('is found by a look where nobody tells of it', async () => {
    const revocations = await openRevocations(new MemoryBusHub().join(), 10);
    const told = new Promise<string>((resolve) => revocations.watch(resolve));
    await revokeCode(postgres().database, 'a');
    expect(await told).toBe('a');
  });

  it('pauses, and blocks addresses, until it is taken back', async () => {
    const options = { intervalMs: 1e6, onFault: (error: unknown) => faults.push(error) };
    const hub = new MemoryBusHub();
    const [here, there] = [
      await PostgresRestrictions.open(postgres().database, hub.join(), options),
      await PostgresRestrictions.open(postgres().database, hub.join(), options),
    ];
    closing.push(here, there);
    const blocked = new Promise<string>((resolve) => there.watchBlocks(resolve));
    await here.pause();
    await here.block('192.0.2.1');
    expect(await blocked).toBe('192.0.2.1');
    expect([there.isPaused, there.isBlocked('192.0.2.1'), there.isBlocked('192.0.2.2')]).toEqual([true, true, false]);
    await here.resume();
    await here.unblock('192.0.2.1');
    expect([here.isPaused, here.isBlocked('192.0.2.1')]).toEqual([false, false]);
  });
});

describe('WatchedSet', () => {
  it('is closed once nothing is being read: what it reads is closed after it', async () => {
    const reads: (() => void)[] = [];
    const read = async (): Promise<readonly string[]> => {
      await new Promise<void>((resolve) => reads.push(resolve));
      return [];
    };
    const onFault = fail;
    const opening = WatchedSet.open(new MemoryBusHub().join(), { channel: 'set', read, intervalMs: 1e6, onFault });
    reads.shift()?.();
    const set = await opening;
    void set.refresh();
    let isClosed = false;
    const closing = set.close().then(() => (isClosed = true));
    await flush();
    expect(isClosed).toBeFalse();
    reads.shift()?.();
    await closing;
  });
});
