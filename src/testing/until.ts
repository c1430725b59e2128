/** Taken before any spec can replace it by a mocked clock. */
const { setTimeout } = globalThis;

/** How long is waited by default, in milliseconds: long, since nothing here measures speed and a machine may be busy. */
const LIMIT = 30_000;

/**
 * Resolves once something holds, looking again after each task.
 * @param holds what is waited for
 * @param limit in milliseconds
 * @throws Error after the limit, with what was waited for
 */
export async function until(holds: () => boolean | Promise<boolean>, limit = LIMIT): Promise<void> {
  const startedAt = performance.now();
  while (!(await holds())) {
    if (performance.now() - startedAt > limit) throw new Error(`Not within ${limit} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
