/**
 * How much of what strangers ask for is read and can be drawn: `npm run engine:score`, with `held-out`, `unseen`, `remembered` or
 * `recalled` for prompts that no word was added for, and `--verbose` for what is missed.
 */
import { readPrompt } from '../../src/engines/storyboard/testing/read-prompt.ts';
import { PARTS, readPrompts } from './labels.mjs';
import { hitsOf, knowsNothing } from './hits.mjs';

const isVerbose = process.argv.includes('--verbose');
const set = ['held-out', 'unseen', 'remembered', 'recalled'].find((name) => process.argv.includes(name)) ?? 'working';
const prompts = readPrompts(set);

const named = Object.fromEntries(PARTS.map((part) => [part, { all: 0, hit: 0 }]));
let blank = 0;
for (const { prompt, labels } of prompts) {
  const scene = readPrompt(prompt, 1);
  if (knowsNothing(scene)) blank++;
  const missed = [];
  for (const [part, hits] of Object.entries(hitsOf(labels, scene))) {
    named[part].all += hits.length;
    named[part].hit += hits.filter(({ isHit }) => isHit).length;
    missed.push(...hits.filter(({ isHit }) => !isHit).map(({ label }) => `${part} ${label}`));
  }
  if (isVerbose && (missed.length > 0 || scene.unknown.length > 0)) {
    const cast = scene.cast.map(({ subject, count = 1, colour = '', stands }) =>
      `${count > 1 ? count : ''}${colour} ${subject}${stands ? ` ${stands.side} ${stands.of}` : ''}`.trim(),
    );
    process.stdout.write(
      `${prompt}\n    missed: ${missed.join(', ')}\n    read: ${cast.join(', ')} | ${scene.place} | ${scene.motion} | ${scene.weather} ${scene.time} | ${scene.camera} | ${scene.style} | unknown: ${scene.unknown.join(', ')}\n`,
    );
  }
}
process.stdout.write(`${prompts.length} prompts, ${set}\n`);
for (const [part, { all, hit }] of Object.entries(named)) {
  process.stdout.write(`${part.padEnd(8)} ${hit} of ${all} (${Math.round((100 * hit) / Math.max(1, all))} %)\n`);
}
process.stdout.write(`nothing known: ${blank} of ${prompts.length}\n`);
