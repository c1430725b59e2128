import { redactor, secretsIn } from './redactor.ts';

const KEY = 'sk/very+secret="4711"';

describe('redactor', () => {
  const redact = redactor(KEY, undefined, 'ab');

  const forms: Readonly<Record<string, string>> = {
    'as it is': KEY,
    'in an address': encodeURIComponent(KEY),
    'in an address, in small letters': encodeURIComponent(KEY).toLowerCase(),
    'in an address, twice': encodeURIComponent(encodeURIComponent(KEY)),
    'in an address, character by character': [...Buffer.from(KEY)].map((byte) => `%${byte.toString(16)}`).join(''),
    'in JSON': JSON.stringify(KEY).slice(1, -1),
    'in JSON within JSON': JSON.stringify(JSON.stringify(KEY)).slice(3, -3),
    'in JSON, as some write it': KEY.replaceAll('/', '\\/').replaceAll('"', '\\u0022').replaceAll('+', '\\u002B'),
    'in markup': KEY.replaceAll('"', '&quot;').replaceAll('/', '&#x2F;').replaceAll('+', '&#43;'),
    'in base64': Buffer.from(KEY).toString('base64'),
    'in the base64 of addresses': Buffer.from(KEY).toString('base64url'),
    'in hexadecimal': Buffer.from(KEY).toString('hex').toUpperCase(),
    'cut off': KEY.slice(0, 14),
  };
  for (const [name, form] of Object.entries(forms)) {
    it(`takes out a key ${name}`, () => {
      expect(redact(`wrong: ${form}!`)).toBe('wrong: ***!');
    });
  }

  it('takes out a key that stands in base64 behind something else', () => {
    for (const user of ['', 'a', 'ab', 'abc']) {
      const header = Buffer.from(`${user}:${KEY}`).toString('base64');
      expect(redact(`refused: ${header}`)).toMatch(/^refused: .{0,6}\*\*\*$/);
    }
  });

  it('takes out what looks like a key of somebody else', () => {
    expect(redact('Authorization: Bearer abcdefghijk was refused')).not.toContain('abcdefghijk');
    expect(redact('GET https://a.example/files/x?key=abcdefghijk failed')).toBe('GET https://a.example/files/x failed');
  });

  it('leaves words alone that are no secrets', () => {
    expect(redact('about a cat: sk, very secret')).toBe('about a cat: sk, very secret');
  });

  it('keeps texts short, and in one line', () => {
    expect(redact('a\n  b')).toBe('a b');
    expect(redact('long '.repeat(200)).length).toBeLessThan(310);
  });
});

describe('secretsIn', () => {
  it('finds the keys that packages read themselves', () => {
    const environment = { ALIBABA_API_KEY: 'sk-1', REPLICATE_API_TOKEN: 'r8', KLING_SECRET: ' x ', HOME: '/root' };
    expect(secretsIn(environment)).toEqual(['sk-1', 'r8', 'x']);
  });
});
