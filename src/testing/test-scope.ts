/** How much is tested: what one waits for while working, or everything. */
export type TestScope = 'quick' | 'all';

interface Runner {
  /** Of Node; a browser has none. */
  readonly process?: { readonly env: Readonly<Record<string, string | undefined>> };
  /** Of Karma, which passes on to the browser what `karma.conf.js` has read. */
  readonly __karma__?: { readonly config: { readonly testScope?: string } };
}

const { process, __karma__ } = globalThis as Runner;

/** `TEST_SCOPE=all` chooses everything, wherever tests run; `npm run test:all` sets it. */
export const TEST_SCOPE: TestScope =
  (__karma__?.config.testScope ?? process?.env['TEST_SCOPE']) === 'all' ? 'all' : 'quick';

/** What a test takes in the scope that was chosen, for example a number of random cases. */
export function byScope<Value>(values: Readonly<Record<TestScope, Value>>): Value {
  return values[TEST_SCOPE];
}
