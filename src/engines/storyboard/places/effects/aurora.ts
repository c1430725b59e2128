import { downward, fade, type Layer, type Stage } from '../../stage/index.ts';

/** Curtains of northern light. */
export function aurora(stage: Stage): Layer {
  return (pen, { time }) => {
    pen.save();
    pen.globalCompositeOperation = 'lighter';
    for (const [band, colour] of ['#3fe0a8', '#4fa8ff', '#a66bff'].entries()) {
      for (let x = -20; x < stage.width; x += 14) {
        const wave = Math.sin(x / 90 + time * 0.5 + band * 1.6);
        const top = stage.height * (0.1 + band * 0.05) + wave * 26;
        const strength = 0.1 + 0.07 * Math.sin(x / 37 + time * 1.3 + band);
        pen.fillStyle = downward(pen, top, top + 110, [fade(colour, 0), fade(colour, strength), fade(colour, 0)]);
        pen.fillRect(x, top, 14, 110);
      }
    }
    pen.restore();
  };
}
