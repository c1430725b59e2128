import { byFile, selfTimes } from './self-times.mjs';

/** Stands in for a source map: each function of the bundle stands in a file of its own, unless it is a helper. */
const POSITIONS = {
  find: ({ functionName, url }) =>
    url !== '' && functionName !== 'helper' ? { file: `${functionName}.ts`, line: 1, name: functionName } : undefined,
};

function node(id, functionName, { url = 'main.js', children = [] } = {}) {
  return { id, callFrame: { functionName, url, lineNumber: 0, columnNumber: 0 }, children };
}

const NODES = [
  node(1, '(root)', { url: '', children: [2, 6, 7] }),
  node(2, 'read', { children: [3, 4] }),
  node(3, 'URL', { url: '' }),
  node(4, 'helper', { children: [5] }),
  node(5, 'keys', { url: '' }),
  node(6, '(program)', { url: '' }),
  node(7, '(garbage collector)', { url: '' }),
];

describe('selfTimes', () => {
  it('adds up the samples of each function, the longest first, as parts of the time of scripts', () => {
    const times = selfTimes(
      { nodes: NODES, samples: [7, 2, 6, 2], timeDeltas: [1_000, 1_000, 50_000, 2_000] },
      POSITIONS,
    );
    expect(times).toEqual([
      { file: 'read.ts', line: 1, name: 'read', milliseconds: 3, part: 0.75 },
      { file: 'the browser', line: undefined, name: '(garbage collector)', milliseconds: 1, part: 0.25 },
    ]);
  });

  it("puts what is in no source down to its caller, and says that the bundler's is the bundler's", () => {
    const times = selfTimes({ nodes: NODES, samples: [3, 4, 5], timeDeltas: [2_000, 1_000, 1_000] }, POSITIONS);
    expect(times.map(({ name }) => name)).toEqual(['URL ← read', "bundler's helper ← read", 'keys ← read']);
    expect(byFile(times)).toEqual([{ file: 'read.ts', milliseconds: 4, part: 1 }]);
  });
});
