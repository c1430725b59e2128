import type { Turn } from '../../conversation-model/turn.ts';
import { firstOfDay } from './first-of-day.ts';

const TODAY = new Date(2026, 10, 20).getTime();
const YESTERDAY = new Date(2026, 10, 19).getTime();
const HOUR = 3_600_000;

function turns(...times: readonly number[]): readonly Turn[] {
  return times.map((at, index) => ({ id: String(index), at, replies: [] }));
}

describe('firstOfDay', () => {
  it('knows before which turns a day begins', () => {
    const days = firstOfDay(turns(YESTERDAY, YESTERDAY + 23 * HOUR, TODAY, TODAY + HOUR), TODAY);
    expect([...days]).toEqual([
      ['0', YESTERDAY],
      ['2', TODAY],
    ]);
  });

  it('is silent of a conversation that is all of today, but not of one that is all of yesterday', () => {
    expect(firstOfDay(turns(TODAY, TODAY + HOUR), TODAY).size).toBe(0);
    expect([...firstOfDay(turns(YESTERDAY + HOUR), TODAY)]).toEqual([['0', YESTERDAY]]);
    expect(firstOfDay([], TODAY).size).toBe(0);
  });

  it('lets each day begin once, also where the clocks of two machines differ', () => {
    const days = firstOfDay(turns(YESTERDAY, TODAY, TODAY - 1, TODAY + 1), TODAY);
    expect([...days]).toEqual([
      ['0', YESTERDAY],
      ['1', TODAY],
    ]);
  });
});
