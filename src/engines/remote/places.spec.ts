import { useFakeClock } from '../../testing/index.ts';
import type { RemoteService } from '../port/remote-service.ts';
import { Places } from './places.ts';

function service(endpoint: string): RemoteService {
  const never = (): never => {
    throw new Error('nobody asks it');
  };
  return { endpoint, start: never, follow: never };
}

describe('Places', () => {
  const clock = useFakeClock(new Date());
  const [one, other] = [service('one'), service('other')];
  let places: Places;

  beforeEach(() => (places = new Places([one, other])));

  it('gives a job to the place with the fewest', () => {
    expect([1, 2, 3].map(() => places.take(undefined))).toEqual([one, other, one]);
    places.release(other);
    expect(places.take(undefined)).toBe(other);
  });

  it('passes a job on at once, whatever the first place asked for', () => {
    expect(places.take(undefined)).toBe(one);
    expect(places.exchange(one, 60_000)).toEqual({ service: other, leastWaitMs: undefined });
  });

  it('gives a place that could take nothing no job while another has room, and then tries it again', async () => {
    places.exchange(places.take(undefined), undefined);
    expect([1, 2].map(() => places.take(undefined))).toEqual([other, other]);
    await clock.elapse(30_000);
    expect(places.take(undefined)).toBe(one);
  });

  it('does not come back to a place before the time that it was told', () => {
    const [only] = [service('only')];
    const alone = new Places([only]);
    expect(alone.exchange(alone.take(undefined), 7_000)).toEqual({ service: only, leastWaitMs: 7_000 });
    places.exchange(places.take(undefined), 50_000);
    expect(places.exchange(other, 40_000)).toEqual({ service: other, leastWaitMs: 40_000 });
  });
});
