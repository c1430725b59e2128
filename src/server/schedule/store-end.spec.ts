import { DiskFullError } from '../ports/index.ts';
import { JobNotOpenError } from './job-not-open.ts';
import { storeEnd } from './store-end.ts';

describe('storeEnd', () => {
  let faults: unknown[];
  let closing: AbortController;

  beforeEach(() => ([faults, closing] = [[], new AbortController()]));

  /** Fails with these in turn, then stores; resolves with how often it was tried. */
  async function store(failures: readonly Error[]): Promise<number> {
    let tries = 0;
    const work = async (): Promise<void> => {
      const failure = failures[tries++];
      if (failure !== undefined) throw failure;
      return Promise.resolve();
    };
    await storeEnd(work, { delaysMs: [0, 0], signal: closing.signal, onFault: (error) => faults.push(error) });
    return tries;
  }

  it('tries again, and gives up after the last delay', async () => {
    const [one, two, three] = ['一', '二', '三'].map((text) => new Error(text)) as [Error, Error, Error];
    expect(await store([one, two])).toBe(3);
    expect(faults).toEqual([one, two]);
    await expectAsync(store([one, two, three])).toBeRejectedWith(three);
  });

  it('goes on as long as a disk is full, whosever it is', async () => {
    const full = [new DiskFullError(), Object.assign(new Error('could not extend file'), { code: '53100' })];
    expect(await store(Array.from({ length: 20 }, (_, index) => full[index % 2] as Error))).toBe(21);
  });

  it('does not try again what has ended, nor while it closes', async () => {
    await expectAsync(store([new JobNotOpenError()])).toBeRejectedWithError(JobNotOpenError);
    closing.abort();
    await expectAsync(store([new DiskFullError()])).toBeRejectedWithError(DiskFullError);
    expect(faults).toEqual([]);
  });
});
