import type { Palette } from '../scene.ts';
import { fade, mix } from './colour.ts';
import type { Light } from './light.ts';
import { downward, type Pen } from './pen.ts';

const SKY_SHARE = 0.68;
const HAZE_SHARE = 0.55;
const SHADE_SHARE = 0.4;
const WASH_OPACITY = 0.42;

/** The colours from the darkest to the lightest; a single one has its own shades. */
function ramp(palette: Palette): readonly [dark: string, middle: string, light: string] {
  const [first, ...others] = [...palette].sort((one, other) => one.lightness - other.lightness).map(({ hex }) => hex);
  const dark = first ?? '#808080';
  const light = others.at(-1) ?? mix(dark, '#ffffff', 0.45);
  return [
    others.length === 0 ? mix(dark, '#000000', 0.3) : dark,
    others.length === 2 ? (others[0] ?? dark) : mix(dark, light, 0.5),
    light,
  ];
}

/** The light of a scene in the colours of its reference images. */
export function tinted(light: Light, palette: Palette): Light {
  const [dark, middle, bright] = ramp(palette);
  const [top, centre, low] = light.sky;
  return {
    ...light,
    sky: [mix(top, dark, SKY_SHARE), mix(centre, middle, SKY_SHARE), mix(low, bright, SKY_SHARE)],
    haze: mix(light.haze, middle, HAZE_SHARE),
    shade: mix(light.shade, dark, SHADE_SHARE),
  };
}

/** Lays the colours over a whole frame, so that a room or a street takes them too. In the frame's own units. */
export function wash(pen: Pen, palette: Palette, size: Readonly<Record<'width' | 'height', number>>): void {
  const { width, height } = size;
  const colours = ramp(palette).map((hex) => fade(hex, WASH_OPACITY));
  pen.save();
  pen.globalCompositeOperation = 'soft-light';
  pen.fillStyle = downward(pen, 0, height, colours.reverse());
  pen.fillRect(0, 0, width + 1, height + 1);
  pen.globalCompositeOperation = 'color';
  pen.fillStyle = fade(ramp(palette)[1], WASH_OPACITY / 2);
  pen.fillRect(0, 0, width + 1, height + 1);
  pen.restore();
}
