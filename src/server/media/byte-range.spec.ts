import { readByteRange } from './byte-range.ts';

describe('readByteRange', () => {
  const read = (header: string, size = 2_000) => readByteRange(header, size);

  it('reads a part from the start, from the middle, to the end and by a suffix', () => {
    expect(read('bytes=0-99')).toEqual({ first: 0, last: 99 });
    expect(read('bytes=100-')).toEqual({ first: 100, last: 1_999 });
    expect(read('Bytes=1999-1999 ')).toEqual({ first: 1_999, last: 1_999 });
    expect(read('bytes=-500')).toEqual({ first: 1_500, last: 1_999 });
  });

  it('ends with the medium', () => {
    expect(read('bytes=1000-9999')).toEqual({ first: 1_000, last: 1_999 });
    expect(read('bytes=-9999')).toEqual({ first: 0, last: 1_999 });
  });

  it('is none where nothing of it is there', () => {
    for (const header of ['bytes=2000-', 'bytes=2000-3000', 'bytes=-0']) expect(read(header)).toBe('none');
    expect(read('bytes=0-', 0)).toBe('none');
    expect(read('bytes=-1', 0)).toBe('none');
  });

  it('is the whole for what can’t be meant, and for several', () => {
    for (const header of [
      '',
      'bytes=',
      'bytes=-',
      'bytes=5-3',
      'bytes=a-b',
      'items=0-1',
      'bytes=0-1,5-6',
      'bytes=0x1-2',
    ]) {
      expect(read(header)).withContext(header).toBeUndefined();
    }
  });
});
