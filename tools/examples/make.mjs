/**
 * Makes public/examples: what the example prompts of an empty conversation give, as small loops with their first frames.
 * `npm run examples`; its result is committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { ClipEncoder } from '../../src/engines/storyboard/encode/clip-encoder.ts';
import { packageClip } from '../../src/engines/storyboard/encode/package-clip.ts';
import { Film } from '../../src/engines/storyboard/film/film.ts';
import { registerFonts } from '../../src/engines/storyboard/stage/fonts.ts';
import { readPrompt } from '../../src/engines/storyboard/testing/read-prompt.ts';

const OUTPUT = new URL('../../public/examples/', import.meta.url);
const PROMPTS = {
  cat: '一只橘猫在雨夜的霓虹街头散步',
  boat: '清晨的海边，一艘红色小船慢慢驶过',
  rabbit: '雪后的森林里，一只白兔在月光下奔跑',
};
const SIZE = { width: 320, height: 180 };
/** Frames of a loop, and how many of them the end fades into, so that no seam is seen. */
const LENGTH = 48;
const FADE = 12;

registerFonts();
mkdirSync(OUTPUT, { recursive: true });
for (const [name, prompt] of Object.entries(PROMPTS)) {
  const film = new Film(readPrompt(prompt), { ...SIZE, frameCount: LENGTH + FADE });
  const frames = Array.from({ length: LENGTH + FADE }, (_, index) => copy(film.draw(index)));
  const loop = frames.slice(0, LENGTH).map((frame, index) => {
    if (index < FADE) blend(frame, frames[LENGTH + index], 1 - (index + 1) / (FADE + 1));
    return frame;
  });
  const encoder = await ClipEncoder.create(SIZE.width, SIZE.height);
  for (const frame of loop) encoder.add(frame.data());
  const clip = await packageClip(encoder.finish());
  encoder.dispose();
  const poster = loop[0].toBuffer('image/webp', 70);
  writeFileSync(new URL(`${name}.mp4`, OUTPUT), clip);
  writeFileSync(new URL(`${name}.webp`, OUTPUT), poster);
  process.stdout.write(`${name}: ${clip.length} bytes, its first frame ${poster.length}\n`);
}

function copy(canvas) {
  const frame = createCanvas(SIZE.width, SIZE.height);
  frame.getContext('2d').drawImage(canvas, 0, 0);
  return frame;
}

function blend(frame, over, share) {
  const pen = frame.getContext('2d');
  pen.globalAlpha = share;
  pen.drawImage(over, 0, 0);
}
