import { readFile } from 'node:fs/promises';

/**
 * The text of a file in `docs/deploy` with other values in some places: tests run what users are shown.
 * Throws where a value is not there to be replaced.
 */
export async function filledIn(file: string, values: readonly (readonly [string, string])[]): Promise<string> {
  const text = await readFile(new URL(`../../docs/deploy/${file}`, import.meta.url), 'utf8');
  return values.reduce((filled, [from, to]) => {
    if (!filled.includes(from)) throw new Error(`${file} holds no ${JSON.stringify(from)}`);
    return filled.replaceAll(from, to);
  }, text);
}
