export { channels, mix, fade, tonesOf, type Tones } from './colour.ts';
export { type Light } from './light.ts';
export { at, oval, box, polygon, line, bow, arc, shape, glow, downward, type Pen, type Point } from './pen.ts';
export { openSky, backdrop, stars, cloud } from './sky.ts';
export { stageFor, type Stage, type Moment, type Layer } from './stage.ts';
export { hazeOf, modulo, strip, type Depth } from './strip.ts';
export { ridge, peaks, fillBelow } from './terrain.ts';
export { wash } from './tint.ts';
