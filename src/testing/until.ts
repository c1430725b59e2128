/** Taken before any spec can replace it by a mocked clock. */
const { setTimeout } = globalThis;

/** How long is waited by default, in milliseconds: long, since nothing here measures speed and a machine may be busy. */
const LIMIT = 30_000;

/**
 * Resolves once something holds, looking again after each task.
 * @param what names what is waited for; by default the code that looks for it
 * @param limit in milliseconds; 30 seconds by default
 * @throws Error after the limit, with what was waited for
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  { what = holds.toString(), limit = LIMIT }: { readonly what?: string; readonly limit?: number } = {},
): Promise<void> {
  const startedAt = performance.now();
  while (!(await holds())) {
    if (performance.now() - startedAt > limit) throw new Error(`Not within ${limit} ms: ${what}`);
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
  await until(() => (found = find()) !== undefined, { what });
  return found as Value;
}
