/** Writes a value as JSON; undefined where JSON can't hold it. Never throws. */
export function writeJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
