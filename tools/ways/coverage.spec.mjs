import { functionRuns, withoutIdle } from './coverage.mjs';

function ran(ranges, functionName = 'run') {
  return { functionName, ranges: ranges.map(([startOffset, endOffset, count]) => ({ startOffset, endOffset, count })) };
}

function script(...functions) {
  return { scriptId: '7', url: 'http://localhost/main.js', functions };
}

describe('what V8 has counted', () => {
  it('is the functions that ran', () => {
    const runs = functionRuns([script(ran([[10, 20, 3]]), ran([[30, 40, 0]]))]);
    const where = { scriptId: '7', url: 'http://localhost/main.js' };
    expect(runs).toEqual([{ ...where, name: 'run', start: 10, end: 20, ranFrom: 10, count: 3 }]);
  });

  it('has a function that went on after it had waited', () => {
    const runs = functionRuns([
      script(
        ran([
          [10, 90, 0],
          [60, 90, 1],
        ]),
      ),
    ]);
    expect(runs).toEqual([jasmine.objectContaining({ start: 10, ranFrom: 60, count: 1 })]);
  });

  it('has no body of a module', () => {
    expect(functionRuns([script(ran([[0, 900, 1]], ''))])).toEqual([]);
  });

  it('is less what happens by itself', () => {
    const [always, often, once] = functionRuns([script(ran([[0, 9, 2]]), ran([[10, 19, 3]]), ran([[20, 29, 1]]))]);
    const idle = [always, { ...often, count: 1 }];
    expect(withoutIdle([always, often, once], idle)).toEqual([often, once]);
  });
});
