import { documents } from './quoted-code.mjs';

describe('the documents of the stream layer', () => {
  for (const { name, text, quoted } of documents()) {
    it(`quote code that is compiled and tested: ${name} (npm run goldens)`, () => expect(text).toBe(quoted));
  }
});
