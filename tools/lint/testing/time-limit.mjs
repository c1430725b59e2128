/**
 * Gives the specs of a `describe` more time: tools that read the whole project take seconds, on a busy machine many.
 * @param {number} limitMs for each spec and each `beforeAll`, in milliseconds
 */
export function useTimeLimit(limitMs) {
  let before;

  beforeAll(() => {
    before = jasmine.DEFAULT_TIMEOUT_INTERVAL;
    jasmine.DEFAULT_TIMEOUT_INTERVAL = limitMs;
  });

  afterAll(() => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = before;
  });
}
