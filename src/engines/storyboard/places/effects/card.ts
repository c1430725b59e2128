import { at, box, type Layer, line, oval, type Stage } from '../../stage/index.ts';
import { font } from '../../stage/fonts.ts';

const WIDE = 236;

/** An easel with the words of what nobody here can draw, but for emojis, where there is nothing else to show. */
export function card(stage: Stage, { y }: { readonly y: number }): Layer {
  const { cast } = stage.scene;
  const unknown = stage.scene.unknown.filter((word) => !/\p{Extended_Pictographic}/u.test(word));
  if (cast.length > 0 || unknown.length === 0) return () => undefined;
  return (pen, { time }) => {
    oval(pen, 'rgba(40, 30, 50, 0.16)', stage.width / 2, y + 2, 92, 9);
    at(pen, [stage.width / 2, y, 0.012 * Math.sin(time * 1.3)], () => {
      for (const side of [-1, 0, 1]) line(pen, '#8a5f3f', 6, [side * 14, -196, side * 76, side === 0 ? -6 : 0]);
      box(pen, '#a97a50', -WIDE / 2 - 6, -60, WIDE + 12, 9, 3);
      box(pen, 'rgba(40, 30, 50, 0.14)', -WIDE / 2 + 4, -176, WIDE, 120, 8);
      box(pen, '#fffdf6', -WIDE / 2, -180, WIDE, 120, 8);
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
