/**
 * Makes src/engines/storyboard/library/drawings.json: the drawings that have words, as plain paths, with their names.
 * `npm run illustrations` installs the two packages that it needs and runs it; its result is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { kindOf } from './kinds.mjs';
import { pathsOf } from './paths.mjs';

const OUTPUT = 'src/engines/storyboard/library/drawings.json';

// The two packages are installed beside this file: `npm install --prefix tools/illustrations`.
const require = createRequire(import.meta.url);
const read = (file) => JSON.parse(readFileSync(require.resolve(file), 'utf8'));

const { icons } = read('@iconify-json/fluent-emoji-flat/icons.json');
const names = read('@iconify-json/fluent-emoji-flat/chars.json');
const { subgroups } = read('emojibase-data/meta/groups.json');
const chinese = new Map(read('emojibase-data/zh/data.json').map(({ hexcode, label }) => [hexcode, label]));

/** Faces that stand for the whole animal: our body goes with them. */
const WHOLE = { 'dog-face': ['dog', '狗'], 'tiger-face': ['tiger', '老虎'], 'rabbit-face': ['rabbit', '兔子'] };

const lines = [];
for (const { hexcode, label, subgroup } of read('emojibase-data/en/data.json')) {
  const code = hexcode.toLowerCase();
  const name = names[code] ?? names[code.replaceAll('-fe0f', '')];
  const kind = name && kindOf(name, subgroups[subgroup]);
  const paths = kind && icons[name] && pathsOf(icons[name].body);
  if (!paths) continue;
  const [key = name, zh = chinese.get(hexcode), en = WHOLE[name]?.[0] ?? label] = WHOLE[name] ?? [];
  const drawing = { kind, zh, en: en.replaceAll('’', "'").toLowerCase(), paths };
  lines.push(`${JSON.stringify(key)}:${JSON.stringify(drawing)}`);
}
// One drawing a line, so that a new version of a package shows as the drawings that changed.
writeFileSync(OUTPUT, `{\n${lines.sort().join(',\n')}\n}\n`);
process.stdout.write(`${lines.length} drawings\n`);
