import { clipValues } from './clip-values.ts';

const JOB = '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb';

describe('clipValues()', () => {
  it('rounds to the steps of a model', () => {
    const wan = { fps: 24, frameStep: 4, sizeStep: 32 };
    const values = clipValues({ seconds: 5, size: '1280x720' }, wan, JOB);
    expect(values).toEqual(jasmine.objectContaining({ width: 1280, height: 736, frames: 121, fps: 24 }));
    expect(values.seconds).toBeCloseTo(121 / 24);
  });

  it('has what is usual where nothing is asked for', () => {
    expect(clipValues({}, {}, JOB)).toEqual(jasmine.objectContaining({ width: 1280, height: 704, frames: 120 }));
    const format = { usualSeconds: 2, usualSize: '640x352' };
    expect(clipValues({}, format, JOB)).toEqual(jasmine.objectContaining({ width: 640, height: 352, frames: 48 }));
  });

  it('makes at least one frame of at least one step', () => {
    const values = clipValues({ seconds: 0.001, size: '10x10' }, { sizeStep: 32 }, JOB);
    expect(values).toEqual(jasmine.objectContaining({ width: 32, height: 32, frames: 1 }));
  });

  it('takes the seed that was asked for, and otherwise one of the job', () => {
    expect(clipValues({ seed: 0 }, {}, JOB).seed).toBe(0);
    const { seed } = clipValues({}, {}, JOB);
    expect(clipValues({}, {}, JOB).seed).toBe(seed);
    expect(clipValues({}, {}, 'another').seed).not.toBe(seed);
    expect(seed).toBeGreaterThanOrEqual(0);
    expect(seed).toBeLessThan(2 ** 32);
  });
});
