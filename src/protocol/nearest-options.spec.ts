import { haveSameShape, nearestSeconds, nearestSize } from './nearest-options.ts';

describe('nearestSeconds', () => {
  it('is in the range or the list; of two as near, the first', () => {
    expect([1, 6, 60].map((wanted) => nearestSeconds(wanted, { min: 4, max: 8 }))).toEqual([4, 6, 8]);
    expect([1, 6, 60].map((wanted) => nearestSeconds(wanted, [4, 8, 12]))).toEqual([4, 4, 12]);
  });

  it('is the wanted one where nothing is said', () => {
    expect([nearestSeconds(7, undefined), nearestSeconds(7, [])]).toEqual([7, 7]);
  });
});

describe('nearestSize', () => {
  const sizes = ['832x480', '480x832', '1280x720', '720x1280', '624x624'];
  const cases: readonly (readonly [string, string])[] = [
    ['1280x720', '1280x720'],
    ['1920x1080', '1280x720'],
    ['640x360', '832x480'],
    ['360x640', '480x832'],
    ['500x500', '624x624'],
    ['640x480', '832x480'],
  ];
  for (const [wanted, size] of cases) {
    it(`is ${size} for ${wanted}: the shape counts first, then the area`, () => {
      expect(nearestSize(wanted, sizes)).toBe(size);
    });
  }

  it('is the wanted one where none is offered, and where it is no size', () => {
    expect([nearestSize('640x360', []), nearestSize('wide', sizes)]).toEqual(['640x360', 'wide']);
  });
});

describe('haveSameShape', () => {
  it('lets pass what nobody sees', () => {
    expect(haveSameShape('640x360', '640x368')).toBeTrue();
    expect(haveSameShape('640x360', '832x480')).toBeTrue();
    expect(haveSameShape('640x360', '640x380')).toBeFalse();
    expect(haveSameShape('wide', '640x360')).toBeFalse();
  });
});
