import { pan, WHOLE, zoomAt } from './zoom.ts';

const MIDDLE = { x: 0, y: 0 };
const EXTENT = { stage: { width: 400, height: 400 }, picture: { width: 400, height: 200 } };

describe('zoomAt', () => {
  it('grows around the middle, within its limits', () => {
    expect(zoomAt(WHOLE, 2, MIDDLE, EXTENT)).toEqual({ scale: 2, x: 0, y: 0 });
    expect(zoomAt(WHOLE, 100, MIDDLE, EXTENT).scale).toBe(8);
    expect(zoomAt(WHOLE, 0.1, MIDDLE, EXTENT)).toEqual(WHOLE);
  });

  it('leaves the point where it is that one looks at', () => {
    const point = { x: 100, y: 20 };
    const zoom = zoomAt(WHOLE, 4, point, EXTENT);
    // What was 100 from the middle is 400 from it now, in a picture that has moved back by 300.
    expect(zoom).toEqual({ scale: 4, x: -300, y: -60 });
    expect(zoomAt(zoom, 1 / 4, point, EXTENT)).toEqual(WHOLE);
  });
});

describe('pan', () => {
  it('moves a picture as far as there is more of it', () => {
    const zoom = zoomAt(WHOLE, 4, MIDDLE, EXTENT);
    expect(pan(zoom, { x: 50, y: -50 }, EXTENT)).toEqual({ scale: 4, x: 50, y: -50 });
    expect(pan(zoom, { x: 9_999, y: -9_999 }, EXTENT)).toEqual({ scale: 4, x: 600, y: -200 });
  });

  it('does not move what is all there', () => {
    expect(pan(WHOLE, { x: 50, y: 50 }, EXTENT)).toEqual(WHOLE);
  });
});
