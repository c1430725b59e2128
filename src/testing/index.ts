export { type FakeClock, useFakeClock } from './fake-clock.ts';
export { flush } from './flush.ts';
export { until } from './until.ts';
