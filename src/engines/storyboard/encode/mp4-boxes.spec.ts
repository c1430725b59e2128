import { boxesAt, boxesIn, clearTimes } from './mp4-boxes.ts';

function box(type: string, body: readonly number[]): number[] {
  const size = body.length + 8;
  return [0, 0, size >> 8, size & 255, ...[...type].map((letter) => letter.charCodeAt(0)), ...body];
}

describe('boxes of an MP4 file', () => {
  it('come in order, with their bodies', () => {
    const file = Uint8Array.from([...box('ftyp', [1, 2]), ...box('free', [])]);
    expect([...boxesIn(file)].map(({ type, body }) => [type, [...body]])).toEqual([
      ['ftyp', [1, 2]],
      ['free', []],
    ]);
  });

  it('are found by their path, all of them', () => {
    const file = Uint8Array.from(box('moov', [...box('trak', box('tkhd', [1])), ...box('trak', box('tkhd', [2]))]));
    expect([...boxesAt(file, ['moov', 'trak', 'tkhd'])].map(({ body }) => [...body])).toEqual([[1], [2]]);
  });

  it('may have a size of 64 bits, or none: until the end', () => {
    const large = Uint8Array.from([
      0, 0, 0, 1, 109, 100, 97, 116, 0, 0, 0, 0, 0, 0, 0, 18, 7, 8, 0, 0, 0, 0, 102, 114, 101, 101, 9,
    ]);
    expect([...boxesIn(large)].map(({ type, body }) => [type, [...body]])).toEqual([
      ['mdat', [7, 8]],
      ['free', [9]],
    ]);
  });

  it('shorter than their header are refused', () => {
    expect(() => [...boxesIn(Uint8Array.from([0, 0, 0, 4, 102, 114, 101, 101]))]).toThrowError(RangeError);
  });

  it('lose their times in both versions, and nothing else', () => {
    const times = (version: number, length: number) => [version, 0, 0, 0, ...Array<number>(length).fill(5), 9];
    const file = Uint8Array.from(box('moov', [...box('mvhd', times(0, 8)), ...box('trak', box('tkhd', times(1, 16)))]));
    clearTimes(file);
    expect([...([...boxesAt(file, ['moov', 'mvhd'])][0]?.body ?? [])]).toEqual([
      0,
      0,
      0,
      0,
      ...Array<number>(8).fill(0),
      9,
    ]);
    expect([...([...boxesAt(file, ['moov', 'trak', 'tkhd'])][0]?.body ?? [])]).toEqual([
      1,
      0,
      0,
      0,
      ...Array<number>(16).fill(0),
      9,
    ]);
  });
});
