/** Draws one frame of each prompt of a list on a sheet: `node tools/engine-score/contact-sheet.mjs <list> <out.png>`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { requestedShots } from '../../src/engines/storyboard/drawing-process/requested-shots.ts';
import { Reel } from '../../src/engines/storyboard/film/reel.ts';
import { font, registerFonts } from '../../src/engines/storyboard/stage/fonts.ts';

const [list = new URL('contact-sheet.txt', import.meta.url), output = 'docs/images/engine-sheet.jpg'] =
  process.argv.slice(2);
const COLUMNS = 5;
const FRAME = { width: 352, height: 198, frameCount: 96 };
const CAPTION = 40;
/** Half a second after the middle: past what comes in at the start. */
const SHOWN = 58;

registerFonts();
const prompts = readFileSync(list, 'utf8').trimEnd().split('\n');
const sheet = createCanvas(
  COLUMNS * (FRAME.width + 8) + 8,
  Math.ceil(prompts.length / COLUMNS) * (FRAME.height + CAPTION) + 8,
);
const pen = sheet.getContext('2d');
pen.fillStyle = '#f6f4ef';
pen.fillRect(0, 0, sheet.width, sheet.height);
prompts.forEach((prompt, index) => {
  const x = 8 + (index % COLUMNS) * (FRAME.width + 8);
  const y = 8 + Math.floor(index / COLUMNS) * (FRAME.height + CAPTION);
  pen.drawImage(new Reel(requestedShots({ prompt }, FRAME), FRAME).draw(SHOWN), x, y);
  caption(prompt, x, y + FRAME.height + 14);
});
writeFileSync(output, output.endsWith('.png') ? sheet.toBuffer('image/png') : sheet.toBuffer('image/jpeg', 86));
process.stdout.write(`${prompts.length} frames in ${output}\n`);

function caption(text, x, y) {
  pen.fillStyle = '#2b2233';
  pen.font = font(12, 500);
  let line = '';
  let row = 0;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    if (pen.measureText(line + segment).width > FRAME.width) {
      pen.fillText(line, x, y + row * 15);
      line = '';
      if (++row > 1) return;
    }
    line += segment;
  }
  pen.fillText(line, x, y + row * 15);
}
