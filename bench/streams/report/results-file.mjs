import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from '../../../tools/setup/project.mjs';

const RESULTS = join(PROJECT, 'bench', 'RESULTS.md');

const TITLE = `# What the stream layer costs

Written by \`npm run bench:streams -- --write\`; [README.md](README.md) says how it is measured.`;

/** The heading that stands before all others. */
const FIRST = 'Goals';

/**
 * Writes the sections of a run into bench/RESULTS.md, in the place of those with the same heading; the others stay.
 * @param {readonly import('./sections.mjs').Section[]} sections
 * @param {string} circumstances where and when they were measured
 * @param {string} [file]
 * @returns {Promise<string>} the file
 */
export async function writeResults(sections, circumstances, file = RESULTS) {
  const bodies = new Map(parse(await readFile(file, 'utf8').catch(() => '')));
  for (const { heading, body } of sections) bodies.set(heading, `${circumstances}\n\n${body}`);
  const parts = [...bodies].toSorted(byOrder).map(([heading, body]) => `## ${heading}\n\n${body}`);
  await writeFile(file, `${[TITLE, ...parts].join('\n\n')}\n`);
  return file;
}

/** What was reached comes before how; what has no place of its own stays where it is, behind the goals. */
function byOrder([one], [other]) {
  return Number(other === FIRST) - Number(one === FIRST);
}

function parse(text) {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading] = part.split('\n', 1);
      return [heading, part.slice(heading.length).trim()];
    });
}
