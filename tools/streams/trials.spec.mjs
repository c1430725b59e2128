import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../setup/project.mjs';

const DOCUMENT = join(PROJECT, 'docs', 'streams', 'trials.md');

/** A test that a row says holds it: its file, and where it is named, how it is called, in pieces. */
const MENTION = /`(?<file>[\w./-]+\.\w+|e2e\/[\w-]+)`|(?<same>the same)|\*(?<name>[^*]+)\*/g;

/** Where a path of the document is; those of the layer are cut short. */
function find(path) {
  return [join(PROJECT, path), join(PROJECT, 'src', 'services', path)].find((each) => existsSync(each));
}

function oneLine(file) {
  return readFileSync(file, 'utf8').replace(/\s+/g, ' ');
}

/** What a row names and is not there. */
function missing(row, before) {
  const found = [];
  let file = before;
  for (const { groups } of row.split('|').at(-2).matchAll(MENTION)) {
    if (groups.file !== undefined) file = find(groups.file);
    if (file === undefined) found.push(groups.file ?? row);
    if (groups.name === undefined || file === undefined) continue;
    const text = oneLine(file);
    const isThere = groups.name.split('…').every((piece) => text.includes(piece.trim()));
    if (!isThere) found.push(`${groups.name} in ${file}`);
  }
  return { found, file };
}

describe('what other clients have met', () => {
  const rows = readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.endsWith('| held by |'));

  it('is held by tests that are there, under the names that they have', () => {
    expect(rows.length).toBeGreaterThan(30);
    let file;
    for (const row of rows) {
      const result = missing(row, file);
      expect(result.found).withContext(row.slice(0, 80)).toEqual([]);
      file = result.file;
    }
  });
});
