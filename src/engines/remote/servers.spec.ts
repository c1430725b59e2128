import { useFakeClock } from '../../testing/index.ts';
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
  let servers: Servers;

  beforeEach(() => (servers = new Servers([one, other])));

  it('gives a job to the server with the fewest', () => {
    expect([1, 2, 3].map(() => servers.assign(undefined))).toEqual([one, other, one]);
    servers.release(other);
    expect(servers.assign(undefined)).toBe(other);
  });

  it('passes a job on at once, whatever the first server asked for', () => {
    expect(servers.assign(undefined)).toBe(one);
    expect(servers.exchange(one, 60_000)).toEqual({ service: other, leastWaitMs: undefined });
  });

  it('gives a server that could take nothing no job while another has room, and then tries it again', async () => {
    servers.exchange(servers.assign(undefined), undefined);
    expect([1, 2].map(() => servers.assign(undefined))).toEqual([other, other]);
    await clock.elapse(30_000);
    expect(servers.assign(undefined)).toBe(one);
  });

  it('does not come back to a server before the time that it was told', () => {
    const [only] = [service('only')];
    const alone = new Servers([only]);
    expect(alone.exchange(alone.assign(undefined), 7_000)).toEqual({ service: only, leastWaitMs: 7_000 });
    servers.exchange(servers.assign(undefined), 50_000);
    expect(servers.exchange(other, 40_000)).toEqual({ service: other, leastWaitMs: 40_000 });
  });
});
