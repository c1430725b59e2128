import { byScope } from '../../../src/testing/index.ts';
import { measureSizes } from './size.mjs';
import { IMPORTS } from '../size/imports.mjs';

// It compiles the layer, which takes its time.
const describeAll = byScope({ quick: globalThis.xdescribe, all: describe });

describeAll('the size of the layer', () => {
  let sizes;

  beforeAll(async () => {
    const samples = await measureSizes();
    sizes = new Map(samples.map(({ name, brotli }) => [name, brotli]));
  }, 300_000);

  for (const { name, maxBrotli } of IMPORTS) {
    it(`has not grown unnoticed: ${name}`, () => {
      expect(sizes.get(name)).toBeLessThanOrEqual(maxBrotli);
      // What has become smaller holds a smaller bound.
      expect(sizes.get(name)).toBeGreaterThan(maxBrotli * 0.9);
    });
  }
});
