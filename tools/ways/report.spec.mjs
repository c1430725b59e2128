import { json, text, waysTooLong } from './report.mjs';

const WAY = {
  name: 'a frame to a pixel',
  limit: 3,
  files: [
    { file: 'src/a.ts', entries: 1, functions: ['receive'] },
    { file: 'src/b.ts', entries: 4, functions: [] },
  ],
  beside: [{ does: 'logs it', files: [{ file: 'src/log.ts', entries: 1, functions: [] }] }],
};

describe('the report of the ways', () => {
  it('is a list for people', () => {
    const lines = [
      'a frame to a pixel: 2 files (at most 3), 3 with what is beside it',
      '  src/a.ts',
      '  src/b.ts ×4',
      '  beside it',
      '    logs it: 1',
      '      src/log.ts',
      '',
    ];
    expect(text([WAY])).toBe(lines.join('\n'));
  });

  it('is data for programs', () => {
    expect(JSON.parse(json([WAY]))).toEqual([{ ...WAY, count: 2 }]);
  });

  it('names a way that enters more files than it may', () => {
    expect(waysTooLong([WAY])).toEqual([]);
    expect(waysTooLong([{ ...WAY, limit: 1 }])).toEqual([jasmine.stringContaining('a frame to a pixel: 2 files')]);
  });
});
