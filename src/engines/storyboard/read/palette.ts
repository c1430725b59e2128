import { createCanvas, Image } from '@napi-rs/canvas';
import type { ColourName, Palette, PaletteColour } from '../scene.ts';
import { channels, hexOf, lightness } from '../stage/colour.ts';
import { HEXES } from './vocabulary.ts';

/** Each picture is looked at in so many pixels a side: enough for its main colours. */
const SIDE = 48;
/** Colours that differ by less than this in each channel count as one. */
const STEP = 32;
const MOST = 3;
/** A colour has to cover this share of the pictures to be one of the main ones. */
const LEAST_SHARE = 0.04;
/** How far apart two main colours are at least, in the space of {@link distance}. */
const LEAST_APART = 90;
/** How much a strong colour counts beside a grey one that covers as much. */
const STRENGTH = 2.5;

interface Patch {
  readonly hex: string;
  readonly share: number;
  readonly weight: number;
}

/**
 * The main colours of reference images, the most important first; undefined where there are none. The same pictures
 * give the same colours. Rejects where one can't be decoded.
 */
export async function readPalette(files: readonly Uint8Array[]): Promise<Palette | undefined> {
  const samples: Uint8ClampedArray[] = [];
  // One after the other: unpacked, each takes up to 160 MB.
  for (const file of files) samples.push(await sample(file));
  const patches = patchesOf(samples).sort((one, other) => other.weight - one.weight);
  const [first, ...others] = patches;
  if (first === undefined) return undefined;
  const chosen = [first];
  for (const patch of others) {
    const isNew = chosen.every(({ hex }) => distance(hex, patch.hex) > LEAST_APART);
    if (chosen.length < MOST && patch.share >= LEAST_SHARE && isNew) chosen.push(patch);
  }
  return [colourOf(first), ...chosen.slice(1).map(colourOf)];
}

/** The pixels of a picture, small, as red, green, blue and opacity. */
async function sample(file: Uint8Array): Promise<Uint8ClampedArray> {
  const image = new Image();
  image.src = file;
  await image.decode();
  const pen = createCanvas(SIDE, SIDE).getContext('2d');
  pen.imageSmoothingQuality = 'medium';
  pen.drawImage(image, 0, 0, SIDE, SIDE);
  return pen.getImageData(0, 0, SIDE, SIDE).data;
}

/** Pixels of about the same colour, with their mean. What is transparent has no colour. */
function patchesOf(samples: readonly Uint8ClampedArray[]): Patch[] {
  const sums = new Map<number, [red: number, green: number, blue: number, count: number]>();
  for (const pixels of samples) {
    for (let at = 0; at < pixels.length; at += 4) {
      const [red = 0, green = 0, blue = 0, opacity = 0] = pixels.subarray(at, at + 4);
      if (opacity < 128) continue;
      const key = [red, green, blue].reduce((sum, channel) => sum * 8 + Math.floor(channel / STEP), 0);
      const [reds, greens, blues, count] = sums.get(key) ?? [0, 0, 0, 0];
      sums.set(key, [reds + red, greens + green, blues + blue, count + 1]);
    }
  }
  const all = samples.length * SIDE * SIDE;
  return [...sums.values()].map(([reds, greens, blues, count]) => {
    const mean = [reds, greens, blues].map((sum) => sum / count);
    const strength = (Math.max(...mean) - Math.min(...mean)) / 255;
    return { hex: hexOf(mean), share: count / all, weight: count * (1 + STRENGTH * strength) };
  });
}

function colourOf({ hex }: Patch): PaletteColour {
  const names = Object.keys(HEXES) as ColourName[];
  const [nearest] = names.toSorted((one, other) => distance(hex, HEXES[one]) - distance(hex, HEXES[other]));
  return { hex, name: nearest ?? 'grey', lightness: lightness(hex) };
}

/** How different two colours look: red and blue count less where eyes see them less. */
function distance(one: string, other: string): number {
  const [red, green, blue] = channels(one).map((channel, index) => channel - (channels(other)[index] ?? 0));
  return Math.sqrt(2 * (red ?? 0) ** 2 + 4 * (green ?? 0) ** 2 + 3 * (blue ?? 0) ** 2) / Math.sqrt(3);
}
