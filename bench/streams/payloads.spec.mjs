import { Buffer } from 'node:buffer';
import { messageAt, TYPES } from './payloads.mjs';

describe('the messages of the benchmark', () => {
  for (const [place, type] of TYPES.entries()) {
    it(`are of about 350 bytes: ${type}`, () => {
      const message = messageAt(10_000 + place, { isDurable: true });
      expect(message.type).toBe(type);
      expect(Math.abs(Buffer.byteLength(JSON.stringify(message)) - 355)).toBeLessThan(35);
    });
  }

  it('are the same with a seq and without, but for the seq', () => {
    const { seq, ...rest } = messageAt(7, { isDurable: true });
    expect(seq).toBe(8);
    expect(messageAt(7, { isDurable: false })).toEqual(rest);
  });
});
