import { fineness, shapeName, shapesOf, sizesLike, sizesToChoose } from './size-choices.ts';

const SIZES = ['640x360', '1280x720', '360x640', '720x1280', '480x480', '720x720', '832x480'];

describe('sizes to choose', () => {
  it('have the names that people know', () => {
    expect(['1280x720', '720x1280', '512x512', '640x480', '480x640', '1000x100'].map(shapeName)).toEqual([
      '16:9',
      '9:16',
      '1:1',
      '4:3',
      '3:4',
      undefined,
    ]);
  });

  it('are offered once each, about as fine as what is chosen', () => {
    expect(shapesOf(SIZES.slice(0, 6), '1280x720')).toEqual(['1280x720', '720x1280', '720x720']);
    expect(shapesOf(SIZES.slice(0, 6), '640x360')).toEqual(['640x360', '360x640', '480x480']);
  });

  it('come in several sizes, the coarsest first', () => {
    expect(sizesLike(['1280x720', '640x360', '720x720'], '1920x1080')).toEqual(['640x360', '1280x720']);
    expect([fineness('720x1280'), fineness('large')]).toEqual([720, 0]);
  });

  it('are the usual ones where an engine takes any size', () => {
    expect(new Set(sizesToChoose(undefined).map(shapeName))).toEqual(new Set(['16:9', '9:16', '1:1', '4:3', '3:4']));
    expect(sizesToChoose(['832x480'])).toEqual(['832x480']);
  });
});
