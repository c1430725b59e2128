/** Taken before any spec can replace it by a mocked clock. */
const { setTimeout } = globalThis;

/** How long is waited, in milliseconds: long, since nothing here measures speed and a machine may be busy. */
const LIMIT = 30_000;

/**
 * Resolves once something holds, looking again after each task.
 * @param what names what is waited for; by default the code that looks for it
 * @throws Error after 30 seconds, with what was waited for
 */
export async function until(holds: () => boolean | Promise<boolean>, what = holds.toString()): Promise<void> {
  const startedAt = performance.now();
  while (!(await holds())) {
    if (performance.now() - startedAt > LIMIT) throw new Error(`Not within ${LIMIT} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/**
 * What `find` finds, once it does, looking again after each task.
 * @param what names it
 * @throws Error after 30 seconds, with what was looked for; and whatever `find` throws
 */
export async function untilFound<Value>(find: () => Value | undefined, what: string): Promise<Value> {
  let found: Value | undefined;
  await until(() => (found = find()) !== undefined, what);
  return found as Value;
}
