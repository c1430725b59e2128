import { readFile } from 'node:fs/promises';

/** What stands in a text, and what is to stand there. */
export type Replacement = readonly [from: string, to: string];

/**
 * The text of a file in `docs/deploy` with other values in some places: tests run what users are shown.
 * Throws where a value is not there to be replaced.
 */
export async function filledIn(file: string, values: readonly Replacement[]): Promise<string> {
  const text = await readFile(new URL(`../../docs/deploy/${file}`, import.meta.url), 'utf8');
  return values.reduce((filled, [from, to]) => {
    if (!filled.includes(from)) throw new Error(`${file} holds no ${JSON.stringify(from)}`);
    return filled.replaceAll(from, to);
  }, text);
}

/** What `docs/operate.md` says is to be changed in a proxy's example, so that the gateway is below a path. Throws where it says nothing. */
export async function subPathReplacement(proxy: string): Promise<Replacement> {
  const text = await readFile(new URL('../../docs/operate.md', import.meta.url), 'utf8');
  const row = new RegExp(String.raw`^\| ${proxy} \| (.*) \| (.*) \|$`, 'm').exec(text);
  if (row === null) throw new Error(`docs/operate.md has no path for ${proxy}`);
  const [from, to] = row.slice(1).map((cell) => [...cell.matchAll(/`(.+?)`/g)].map(([, line]) => line).join('\n'));
  if (!from || !to) throw new Error(`docs/operate.md says nothing of ${proxy}`);
  return [from, to];
}
