import { readFileSync } from 'node:fs';
import { registerFonts } from '../stage/fonts.ts';
import { apart, thumbnailOf } from '../testing/thumbnail.ts';

/** Another build of the canvas smooths edges a little differently; a lost figure or another colour is well above this. */
const TOLERANCE = 3;

describe('a frame of the film', () => {
  const goldens = Object.entries(
    JSON.parse(readFileSync(new URL('../testing/goldens.json', import.meta.url), 'utf8')) as Record<string, string>,
  );

  beforeAll(() => {
    registerFonts();
  });

  for (const [prompt, kept] of goldens) {
    it(`looks as it did: ${prompt}`, () => {
      expect(apart(thumbnailOf(prompt), Buffer.from(kept, 'base64'))).toBeLessThan(TOLERANCE);
    });
  }

  it('would be told from another: no two are as near as the tolerance', () => {
    const [first, ...others] = goldens.map(([, kept]) => Buffer.from(kept, 'base64'));
    for (const other of others) expect(apart(first ?? Buffer.alloc(0), other)).toBeGreaterThan(2 * TOLERANCE);
  });
});
