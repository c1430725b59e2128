import { visits } from './visits.mjs';

const FUNCTIONS = [
  { file: 'src/b.ts', name: 'handle' },
  { file: 'src/a.ts', name: 'receive' },
  { file: 'src/b.ts', name: '' },
  { file: 'src/c.ts', name: 'never' },
];

describe('the files of a trace', () => {
  it('come in the order in which they are entered first', () => {
    expect(visits(FUNCTIONS, [1, 0]).map(({ file }) => file)).toEqual(['src/a.ts', 'src/b.ts']);
  });

  it('are counted as often as they are entered from another one', () => {
    const entries = visits(FUNCTIONS, [0, 2, 1, 1, 0]).map((visit) => [visit.file, visit.entries]);
    expect(entries).toEqual([
      ['src/b.ts', 2],
      ['src/a.ts', 1],
    ]);
  });

  it('tell the names of their functions, each once', () => {
    expect(visits(FUNCTIONS, [0, 2, 0])).toEqual([{ file: 'src/b.ts', entries: 1, functions: ['handle'] }]);
  });
});
