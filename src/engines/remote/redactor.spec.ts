import { redactor } from './redactor.ts';

const KEY = 'sk/very+secret=4711';

describe('redactor', () => {
  const redact = redactor(KEY);

  it('takes out the key, however it is written', () => {
    for (const form of [KEY, encodeURIComponent(KEY), Buffer.from(KEY).toString('base64url')]) {
      expect(redact(`wrong: ${form}!`)).toBe('wrong: ***!');
    }
  });

  it('takes out what looks like a key of somebody else', () => {
    expect(redact('Authorization: Bearer abcdefghijk was refused')).not.toContain('abcdefghijk');
    expect(redact('GET https://a.example/files/x?key=abcdefghijk failed')).toBe('GET https://a.example/files/x failed');
  });

  it('keeps texts short, and in one line', () => {
    expect(redact('a\n  b')).toBe('a b');
    expect(redact('long '.repeat(200)).length).toBeLessThan(310);
  });
});
