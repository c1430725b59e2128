import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const WEIGHTS = [500, 700] as const;
type Weight = (typeof WEIGHTS)[number];

/** The family that everything is lettered in. */
const FONT_FAMILY = 'Storyboard Sans';

/**
 * Makes the bundled Chinese font known, once for each process: its hundred subsets, with all its 12,242 Han
 * characters, become one family. What the machine has installed is never needed.
 */
export function registerFonts(): void {
  if (GlobalFonts.has(FONT_FAMILY)) return;
  const manifest = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json');
  const folder = join(dirname(manifest), 'files');
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.woff2')) GlobalFonts.registerFromPath(join(folder, file), FONT_FAMILY);
  }
  if (!GlobalFonts.has(FONT_FAMILY)) throw new Error('The bundled Chinese font could not be read.');
}

/** Letters something in each weight: the first use of a weight costs 90 to 170 ms, better spent before a clip. */
export function warmFonts(): void {
  const pen = createCanvas(32, 32).getContext('2d');
  for (const weight of WEIGHTS) {
    pen.font = font(16, weight);
    pen.fillText('分镜', 0, 16);
  }
}

/** A `font` for a pen. */
export function font(size: number, weight: Weight): string {
  return `${weight} ${size}px "${FONT_FAMILY}"`;
}
