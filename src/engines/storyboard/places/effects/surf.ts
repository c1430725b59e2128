import { type Layer, line, type Point, type Stage } from '../../stage/index.ts';

/** White crests that come and go at the water's edge. */
export function surf(stage: Stage, { y }: { readonly y: number }): Layer {
  return (pen, { time, travel }) => {
    for (const [row, delay] of [0, 1.4].entries()) {
      const swell = Math.sin(time * 1.1 - delay) * 7 + row * 8;
      const crest: Point[] = [];
      for (let x = -10; x <= stage.width + 10; x += 10)
        crest.push([x, y + swell + Math.sin((x + travel) / 42 + delay) * 4]);
      line(pen, `rgba(255, 255, 255, ${0.75 - row * 0.25})`, 4 - row, crest);
    }
  };
}
