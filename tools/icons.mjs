import { Buffer } from 'node:buffer';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';

/**
 * Draws the icons of the installed application from public/favicon.svg. To be run again when that changes:
 * `npx node tools/icons.mjs`.
 */
const PUBLIC = new URL('../public/', import.meta.url);
const PAPER = '#fff3e8';

/** `part` is how much of the side the picture takes: systems cut a maskable icon to a circle of four fifths. */
const ICONS = [
  { file: 'icons/icon-192.png', size: 192, part: 1 },
  { file: 'icons/icon-512.png', size: 512, part: 1 },
  { file: 'icons/maskable-192.png', size: 192, part: 0.62, background: PAPER },
  { file: 'icons/maskable-512.png', size: 512, part: 0.62, background: PAPER },
  { file: 'icons/apple-touch-icon.png', size: 180, part: 0.8, background: PAPER },
];

const svg = await readFile(new URL('favicon.svg', PUBLIC), 'utf8');
await mkdir(new URL('icons/', PUBLIC), { recursive: true });
for (const { file, size, part, background } of ICONS) {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext('2d');
  if (background !== undefined) {
    context.fillStyle = background;
    context.fillRect(0, 0, size, size);
  }
  const side = Math.round(size * part);
  // Drawn at its final size: a bitmap that is scaled would be soft.
  const sized = svg.replace('<svg ', `<svg width="${side}" height="${side}" `);
  const image = await loadImage(`data:image/svg+xml;base64,${Buffer.from(sized).toString('base64')}`);
  const margin = (size - side) / 2;
  context.drawImage(image, margin, margin, side, side);
  await writeFile(new URL(file, PUBLIC), canvas.toBuffer('image/png'));
}
