import { levelOf, stateLevel } from './h264-level.ts';

describe('levelOf', () => {
  it('is the lowest that allows the frames', () => {
    expect(levelOf(640, 360, 24)).toBe(30);
    expect(levelOf(320, 180, 24)).toBe(12);
    expect(levelOf(1280, 720, 24)).toBe(31);
    expect(levelOf(1920, 1080, 24)).toBe(40);
  });

  it('allows its longer side, too', () => {
    expect(levelOf(1920, 128, 24)).toBe(31);
    expect(levelOf(128, 1920, 24)).toBe(31);
  });
});

describe('stateLevel', () => {
  it('writes the level into the configuration and its parameter set, and names the codec', () => {
    const description = new Uint8Array([1, 66, 192, 22, 255, 225, 0, 4, 0x67, 66, 192, 22]);
    expect(stateLevel(description, 30)).toBe('avc1.42c01e');
    expect([description[3], description[11]]).toEqual([30, 30]);
  });
});
