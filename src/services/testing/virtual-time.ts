import { TestScheduler } from 'rxjs/testing';

type RunHelpers = Parameters<Parameters<TestScheduler['run']>[0]>[0];

/** Runs a spec in virtual time: every rxjs timer in it, the fakes' included, costs nothing. */
export function virtualTime(spec: (helpers: RunHelpers) => void): void {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(spec);
}
