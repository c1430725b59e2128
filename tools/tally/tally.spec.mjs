import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTally, sum, summary } from './tally.mjs';

describe('readTally', () => {
  let folder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ask-kitten-tally-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function read(content, succeeded = true) {
    const file = join(folder, 'tally.json');
    if (content !== undefined) writeFileSync(file, content);
    return readTally(file, { succeeded });
  }

  it('is what the reporter wrote', () => {
    expect(read('{"passed":3,"failed":0,"skipped":1}')).toEqual({ passed: 3, failed: 0, skipped: 1 });
    expect(read('{"passed":3,"failed":2,"skipped":0}', false)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  it('counts a suite that wrote nothing readable as one failure', () => {
    for (const content of [undefined, '', '{"passed":3', 'null', '{"passed":"3","failed":0,"skipped":0}']) {
      expect(read(content)).toEqual({ passed: 0, failed: 1, skipped: 0, failures: ['ended without a result'] });
    }
  });

  it('counts a suite that ran nothing as one failure', () => {
    expect(read('{"passed":0,"failed":0,"skipped":4}').failed).toBe(1);
  });

  it('counts a bad end without a failed spec as one failure', () => {
    expect(read('{"passed":3,"failed":0,"skipped":0}', false)).toEqual(
      jasmine.objectContaining({ passed: 3, failed: 1 }),
    );
  });

  it('names the spec that was running when the suite was ended', () => {
    const written = '{"passed":3,"failed":1,"skipped":0,"failures":["a cat"],"running":"a dog"}';
    expect(read(written, false)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 0,
      failures: ['a cat', 'a dog (had not ended)'],
    });
  });
});

describe('the summary', () => {
  it('is the sum of all, with what was skipped only where there is any', () => {
    const tallies = [
      { passed: 3, failed: 0, skipped: 0 },
      { passed: 4, failed: 2, skipped: 0 },
    ];
    expect(summary(sum(tallies))).toBe('7 passed, 2 failed');
    expect(summary(sum([...tallies, { passed: 0, failed: 0, skipped: 5 }]))).toBe('5 skipped\n7 passed, 2 failed');
    expect(summary(sum([]))).toBe('0 passed, 0 failed');
  });

  it('begins with the names of what failed', () => {
    const tallies = [
      { passed: 3, failed: 1, skipped: 0, failures: ['a cat'] },
      { passed: 0, failed: 1, skipped: 0, failures: ['a dog'] },
    ];
    expect(summary(sum(tallies))).toBe('✖ a cat\n✖ a dog\n3 passed, 2 failed');
  });
});
