import { shapesText, sizesText } from './option-text.ts';

describe('what sizes there are, in words', () => {
  const limits = { seconds: { least: 1, most: 10 }, hasSeed: true };
  const list = (items: readonly string[]): string => items.join();

  it('is each shape once, and the sizes that have no name', () => {
    const sizes = ['640x360', '1280x720', '360x640', '480x480', '720x720', '1000x100'];
    expect(shapesText({ ...limits, sizes }, list)).toBe('16:9,9:16,1:1,1000×100');
    expect(sizesText({ ...limits, sizes: sizes.slice(0, 2) }, list)).toBe('640×360,1280×720');
  });

  it('is nothing where any will do', () => {
    expect([shapesText(limits, list), sizesText(limits, list)]).toEqual([undefined, undefined]);
  });
});
