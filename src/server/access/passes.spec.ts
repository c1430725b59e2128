import { randomBytes } from 'node:crypto';
import { Passes } from './passes.ts';

describe('Passes', () => {
  const key = randomBytes(32);
  let now: number;
  let passes: Passes;

  beforeEach(() => {
    now = Date.UTC(2026, 0, 1);
    passes = new Passes(key, () => now);
  });

  it('are good until they end', () => {
    const { value, endsAt } = passes.issue(60_000);
    expect(endsAt).toBe(now + 60_000);
    expect(passes.endOf(value)).toBe(endsAt);
    now = endsAt - 1;
    expect(passes.endOf(value)).toBe(endsAt);
    now = endsAt;
    expect(passes.endOf(value)).toBeUndefined();
  });

  it('are known after a restart, and by no other key', () => {
    const { value, endsAt } = passes.issue(60_000);
    expect(new Passes(key, () => now).endOf(value)).toBe(endsAt);
    expect(new Passes(randomBytes(32), () => now).endOf(value)).toBeUndefined();
  });

  it('are none where anything of them is changed', () => {
    const { value } = passes.issue(60_000);
    const [end = '', nonce = '', signature = ''] = value.split('.');
    const later = (Number.parseInt(end, 36) + 1_000).toString(36);
    for (const forged of [
      '',
      '.',
      '..',
      value.slice(1),
      `${value}x`,
      `${later}.${nonce}.${signature}`,
      `${end}.${nonce}.`,
    ])
      expect(passes.endOf(forged)).withContext(forged).toBeUndefined();
  });

  it('go through a cookie and a query as they are', () => {
    const { value } = passes.issue(60_000);
    expect(encodeURIComponent(value)).toBe(value);
    expect(passes.issue(60_000).value).not.toBe(value);
  });
});
