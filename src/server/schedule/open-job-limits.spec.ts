import { fullQueue, JOB_LIMITS } from './open-job-limits.ts';

describe('fullQueue', () => {
  /** Jobs that are open, by address and code, as `address/code`. */
  let open: string[];

  beforeEach(() => (open = []));

  /** Adds a job where there is room for it; returns for whom there is none. */
  function add(address: string, code: string, limits = JOB_LIMITS): string | undefined {
    const ofAddress = open.filter((each) => each.startsWith(`${address}/`));
    const ofCode = open.filter((each) => each === `${address}/${code}`).length;
    const full = fullQueue({ ofCode, ofAddress: ofAddress.length, total: open.length }, limits);
    if (full === undefined) open.push(`${address}/${code}`);
    return full?.of;
  }

  /** Adds as many as there is room for. */
  function fill(address: string, codes: number, limits = JOB_LIMITS): void {
    for (let code = 0; code < codes; code++) while (add(address, `c${code}`, limits) === undefined);
  }

  it('lets one code and one address have all that they may', () => {
    fill('alone', 1);
    expect(open.length).toBe(JOB_LIMITS.perCode);
    expect(add('alone', 'c0')).toBe('code');
    for (const total of [1, 2, 9]) {
      open = [];
      fill('alone', 1, { ...JOB_LIMITS, total });
      expect(open.length).toBe(total);
      expect(add('alone', 'c0', { ...JOB_LIMITS, total })).toBe('everybody');
    }
  });

  it('has a place for whoever comes when ten addresses, or the codes of one, have filled what they can', () => {
    for (let address = 0; address < 10; address++) fill(`a${address}`, 10);
    expect(open.length).toBeGreaterThan(0.95 * JOB_LIMITS.total);
    expect(add('a9', 'other')).toBe('everybody');
    expect(add('another', 'c')).toBeUndefined();
    expect(add('a9', 'c')).toBe('everybody');
    open = [];
    fill('house', 5);
    expect(add('house', 'c0')).toBe('code');
    expect(add('house', 'guest')).toBeUndefined();
  });

  it('gives a place that gets free to those who have little, and never more than there are', () => {
    for (let address = 0; address < 100; address++) fill(`a${address}`, 10);
    expect(open.length).toBe(JOB_LIMITS.total);
    expect(add('late', 'c')).toBe('everybody');
    open.shift();
    expect(add('a0', 'c9')).toBe('everybody');
    expect(add('late', 'c')).toBeUndefined();
    expect(open.length).toBe(JOB_LIMITS.total);
  });
});
