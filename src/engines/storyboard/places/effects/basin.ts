import { box, downward, type Layer, line, type Stage } from '../../stage/index.ts';

/** The water of a swimming pool, with light on it. */
export function basin(stage: Stage, { top }: { readonly top: number }): Layer {
  return (pen, { time }) => {
    box(pen, '#efe6d6', 0, top, stage.width + 1, 16);
    pen.fillStyle = downward(pen, top + 16, stage.height, ['#8fe3ee', '#4fc4dd', '#2fa3c9']);
    pen.fillRect(0, top + 16, stage.width + 1, stage.height);
    for (let row = 0; row < 7; row++) {
      for (let x = -20; x < stage.width; x += 58) {
        const y = top + 26 + row * 15;
        const left = x + Math.sin(time * 1.6 + row * 1.3 + x) * 8 + row * 9;
        line(pen, 'rgba(255, 255, 255, 0.34)', 2, [left, y, left + 24, y + 2]);
      }
    }
  };
}
