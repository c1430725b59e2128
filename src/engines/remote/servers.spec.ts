import { flush, useFakeClock } from '../../testing/index.ts';
import type { RemoteService } from '../port/remote-service.ts';
import { Servers } from './servers.ts';

function service(endpoint: string): RemoteService {
  const never = (): never => {
    throw new Error('nobody asks it');
  };
  return { endpoint, start: never, follow: never };
}

describe('Servers', () => {
  const clock = useFakeClock(new Date());
  const [one, other] = [service('one'), service('other')];
  const { signal } = new AbortController();
  let servers: Servers;

  beforeEach(() => (servers = new Servers([one, other], 2)));

  /** So many jobs take a place; each has one at once. */
  async function take(count: number): Promise<readonly RemoteService[]> {
    const taken: RemoteService[] = [];
    for (let job = 0; job < count; job++) taken.push(await servers.acquire(signal));
    return taken;
  }

  /** A job takes a place, now or later. */
  function taking(by = signal): { readonly got: RemoteService[]; readonly settled: Promise<void> } {
    const got: RemoteService[] = [];
    return { got, settled: servers.acquire(by).then((taken) => void got.push(taken)) };
  }

  it('gives a job to the server with the fewest', async () => {
    expect(await take(3)).toEqual([one, other, one]);
    servers.release(other);
    expect(await take(1)).toEqual([other]);
  });

  it('gives no server more jobs than its share: those that come later wait, and have their places in turn', async () => {
    await take(4);
    const [first, second] = [taking(), taking()];
    await clock.elapse(3_600_000);
    expect([first.got, second.got]).toEqual([[], []]);
    servers.release(other);
    await first.settled;
    await flush();
    expect([first.got, second.got]).toEqual([[other], []]);
    servers.release(one);
    await second.settled;
    expect(second.got).toEqual([one]);
  });

  it('passes a job on, whatever the first server asked for', async () => {
    await take(1);
    servers.refuse(one, 60_000);
    expect(servers.areAllAway).toBeFalse();
    expect(await take(1)).toEqual([other]);
  });

  it('keeps jobs from a server that could take none while another is there, and then tries it again', async () => {
    await take(1);
    servers.refuse(one, undefined);
    expect(await take(2)).toEqual([other, other]);
    // The other one has its share, but may have a place sooner.
    const waiting = taking();
    await clock.elapse(29_999);
    expect(waiting.got).toEqual([]);
    await clock.elapse(1);
    await waiting.settled;
    expect(waiting.got).toEqual([one]);
  });

  it('tries the one that has rested longest where none could take a job', async () => {
    await take(2);
    servers.refuse(one, undefined);
    expect(servers.areAllResting).toBeFalse();
    await clock.elapse(1_000);
    servers.refuse(other, undefined);
    expect(servers.areAllResting).toBeTrue();
    expect(await take(1)).toEqual([one]);
    servers.praise(one);
    expect(servers.areAllResting).toBeFalse();
  });

  it('does not come back to a server before the time that it was told', async () => {
    await take(2);
    servers.refuse(one, 50_000);
    servers.refuse(other, 40_000);
    const waiting = taking();
    await clock.elapse(39_999);
    expect(waiting.got).toEqual([]);
    await clock.elapse(1);
    await waiting.settled;
    expect(waiting.got).toEqual([other]);
  });

  it('counts what has begun at a server among its share, where there is no place for it either', async () => {
    const entry = { endpoint: 'other', startedAt: 1, operation: 'x' };
    expect([1, 2, 3].map(() => servers.resume(entry))).toEqual([other, other, other]);
    expect(await take(2)).toEqual([one, one]);
    const waiting = taking();
    servers.release(other);
    await flush();
    expect(waiting.got).toEqual([]);
    servers.release(other);
    await waiting.settled;
    expect(waiting.got).toEqual([other]);
  });

  it('has room for what those take that take any, and says when that changes', async () => {
    expect(servers.jobs).toBe(4);
    await take(3);
    servers.refuse(other, undefined);
    expect(servers.jobs).toBe(2);
    const changed = jasmine.createSpy();
    void servers.change(signal).then(changed);
    await clock.elapse(29_999);
    expect(changed).not.toHaveBeenCalled();
    await clock.elapse(1);
    expect(changed).toHaveBeenCalled();
    expect(servers.jobs).toBe(4);
  });

  it('counts what a server has that takes no more', async () => {
    await take(4);
    servers.refuse(other, undefined);
    expect(servers.jobs).toBe(3);
  });

  it('has whoever comes told so at once where all want to be left alone for long', async () => {
    await take(2);
    servers.refuse(one, 3_600_000);
    expect([servers.areAllAway, servers.jobs]).toEqual([false, 2]);
    servers.refuse(other, 3_600_000);
    expect([servers.areAllAway, servers.jobs]).toEqual([true, Infinity]);
  });

  it('does not keep a job waiting that is over', async () => {
    await take(4);
    const controller = new AbortController();
    const cancelled = taking(controller.signal);
    controller.abort('cancelled');
    await expectAsync(cancelled.settled).toBeRejectedWith('cancelled');
    servers.release(one);
    expect(await take(1)).toEqual([one]);
  });

  it('knows no server of another address', () => {
    expect(() => servers.resume({ endpoint: 'gone', startedAt: 1 })).toThrow(
      jasmine.objectContaining({ code: 'engine_uncertain' }),
    );
  });
});
