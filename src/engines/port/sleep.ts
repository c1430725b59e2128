/** What a timer can count, about 25 days: beyond it one fires at once. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Resolves after a time in milliseconds (25 days at most), or rejects with the signal's reason. By `setTimeout`, so that a spec can mock
 * the time.
 */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  if (signal.aborted) {
    reject(signal.reason as Error);
    return promise;
  }
  const timer = setTimeout(
    () => {
      signal.removeEventListener('abort', onAbort);
      resolve(undefined);
    },
    Math.min(milliseconds, LONGEST_MS),
  );
  const onAbort = (): void => {
    clearTimeout(timer);
    reject(signal.reason as Error);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  return promise;
}
