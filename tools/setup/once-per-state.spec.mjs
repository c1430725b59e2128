import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oncePerState } from './once-per-state.mjs';

describe('oncePerState', () => {
  let folder;
  let work;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ask-kitten-once-'));
    work = jasmine.createSpy('work').and.resolveTo();
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function once(state, isThere = () => true) {
    return oncePerState({ stamp: join(folder, 'made', '.stamp'), state, isThere, work });
  }

  it('works the first time, and not again for the same state', async () => {
    await once('a');
    await once('a');
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('works again for another state, also one that was there before', async () => {
    await once('a');
    await once('b');
    await once('a');
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('works again where what it made is gone', async () => {
    await once('a');
    await once('a', () => false);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('works again after a failure, which it passes on', async () => {
    await once('a');
    work.and.rejectWith(new Error('no network'));
    await expectAsync(once('b')).toBeRejectedWithError('no network');
    expect(existsSync(join(folder, 'made', '.stamp'))).toBeFalse();
    work.and.resolveTo();
    await once('a');
    expect(work).toHaveBeenCalledTimes(3);
  });
});
