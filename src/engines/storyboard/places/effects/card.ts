import { paintPaths } from '../../library/paint-paths.ts';
import { at, type Layer, oval, type Stage } from '../../stage/index.ts';
import { font } from '../../stage/fonts.ts';
import { DRAWINGS } from '../parts/drawings.ts';

const WIDE = 236;

/** An easel with the words of what nobody here can draw, but for emojis, where there is nothing else to show. */
export function card(stage: Stage, { y }: { readonly y: number }): Layer {
  const { cast } = stage.scene;
  const unknown = stage.scene.unknown.filter((word) => !/\p{Extended_Pictographic}/u.test(word));
  if (cast.length > 0 || unknown.length === 0) return () => undefined;
  return (pen, { time }) => {
    oval(pen, 'rgba(40, 30, 50, 0.16)', stage.width / 2, y + 2, 92, 9);
    at(pen, [stage.width / 2, y, 0.012 * Math.sin(time * 1.3)], () => {
      paintPaths(pen, DRAWINGS.easel);
      pen.fillStyle = '#3b3348';
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      unknown.forEach((word, index) => {
        pen.font = font(44, 700);
        const size = Math.min(44, (44 * (WIDE - 32)) / pen.measureText(word).width);
        pen.font = font(size, 700);
        pen.fillText(word, 0, -120 + (index - (unknown.length - 1) / 2) * 52);
      });
    });
  };
}
