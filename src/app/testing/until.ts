/** Resolves once something holds that comes in a few tasks, as a part that is loaded on demand. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve));
}
