import { planGif } from './gif-plan.ts';

describe('planGif', () => {
  it('takes ten frames a second, and no more pixels than are sent on easily', () => {
    const plan = planGif({ width: 1920, height: 1080, seconds: 4 });
    expect([plan.width, plan.height, plan.delay, plan.times.length]).toEqual([480, 270, 100, 40]);
    expect(plan.times.slice(0, 3)).toEqual([0, 0.1, 0.2]);
    expect(planGif({ width: 360, height: 640, seconds: 1 })).toEqual(
      jasmine.objectContaining({ width: 270, height: 480 }),
    );
    expect(planGif({ width: 320, height: 180, seconds: 1 }).width).toBe(320);
  });

  it('shows a long clip whole, by fewer frames', () => {
    const { delay, times } = planGif({ width: 640, height: 360, seconds: 33 });
    expect([delay, times.length]).toEqual([330, 100]);
    expect(planGif({ width: 2, height: 2, seconds: 0.01 }).times).toEqual([0]);
  });
});
