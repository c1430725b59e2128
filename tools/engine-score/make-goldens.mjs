/** Keeps the thumbnails that `film/goldens.spec.ts` compares with: run it after a change that is meant to be seen. */
import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { registerFonts } from '../../src/engines/storyboard/stage/fonts.ts';
import { thumbnailOf } from '../../src/engines/storyboard/testing/thumbnail.ts';

const OUTPUT = 'src/engines/storyboard/testing/goldens.json';

registerFonts();
const prompts = readFileSync(new URL('contact-sheet.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const goldens = prompts.map(
  (prompt) => `${JSON.stringify(prompt)}:"${Buffer.from(thumbnailOf(prompt)).toString('base64')}"`,
);
writeFileSync(OUTPUT, `{\n${goldens.join(',\n')}\n}\n`);
process.stdout.write(`${prompts.length} thumbnails in ${OUTPUT}\n`);
