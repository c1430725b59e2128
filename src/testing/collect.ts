/**
 * Reads an iterable to its end.
 * @param into gets each value as it comes, for a spec that looks before the end or at what came before a failure
 * @returns `into`; rejects with what the iterable throws
 */
export async function collect<Value>(source: AsyncIterable<Value>, into: Value[] = []): Promise<Value[]> {
  for await (const value of source) into.push(value);
  return into;
}
