import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../setup/project.mjs';

export const DOCUMENTS = join(PROJECT, 'docs', 'streams');
const RECIPES = join(PROJECT, 'src', 'services', 'testing', 'recipes');

/** A block of code that names the file in {@link RECIPES} which it quotes. */
const QUOTE = /^```ts recipes\/(\S+)\n[\s\S]*?^```$/gm;

/**
 * The documents of the stream layer by name, as they are and as they are once each block quotes its file.
 * @returns {readonly { name: string, text: string, quoted: string }[]}
 */
export function documents() {
  return readdirSync(DOCUMENTS)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const text = readFileSync(join(DOCUMENTS, name), 'utf8');
      const quoted = text.replaceAll(QUOTE, (_, file) => `\`\`\`ts recipes/${file}\n${asInstalled(file)}\`\`\``);
      return { name, text, quoted };
    });
}

/** A recipe as it reads in an application that has installed the package. */
function asInstalled(file) {
  return readFileSync(join(RECIPES, file), 'utf8')
    .replaceAll("'../../index.ts'", "'@ask-kitten/streams'")
    .replaceAll("'../index.ts'", "'@ask-kitten/streams/testing'")
    .replaceAll(/'(\.\/[\w-]+)\.ts'/g, "'$1'");
}
