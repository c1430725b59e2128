import { isTap, pinch, swipe } from './gesture.ts';

describe('pinch', () => {
  it('tells how far two fingers have parted, around what, and where that has gone', () => {
    const before = [
      { x: -10, y: 0 },
      { x: 10, y: 0 },
    ] as const;
    const after = [
      { x: -15, y: 5 },
      { x: 25, y: 5 },
    ] as const;
    expect(pinch(before, after)).toEqual({ factor: 2, middle: { x: 5, y: 5 }, by: { x: 5, y: 5 } });
  });
});

describe('a touch that ends', () => {
  const from = { x: 0, y: 0 };

  it('is a tap where it has gone nowhere', () => {
    expect(isTap({ x: 3, y: 3, from })).toBeTrue();
    expect(isTap({ x: 9, y: 0, from })).toBeFalse();
  });

  it('asks for the next picture to the left, and for the one before to the right', () => {
    const ways = [
      { x: -70, y: 20 },
      { x: 70, y: 20 },
      { x: 50, y: 0 },
      { x: 70, y: 90 },
    ];
    expect(ways.map((way) => swipe({ ...way, from }))).toEqual([1, -1, 0, 0]);
  });
});
