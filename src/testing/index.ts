export { collect } from './collect.ts';
export { elapse, type FakeClock, useFakeClock } from './fake-clock.ts';
export { flush } from './flush.ts';
export { byScope, TEST_SCOPE, type TestScope } from './test-scope.ts';
export { until, untilFound } from './until.ts';
