import { between, pick } from '../../random.ts';
import { backdrop, fade, glow, type Layer, mix, oval, type Pen, type Stage } from '../../stage/index.ts';

/** Coloured clouds between the stars, as a backdrop. */
export function nebula(stage: Stage): Layer {
  const chance = stage.chance('nebula');
  return backdrop(stage, ['#070a24', '#131445', '#2a1b5c'], (pen) => {
    for (let patch = 0; patch < 9; patch++) {
      const colour = pick(chance, ['#6a3fb5', '#2f6fd0', '#c0479a', '#2fa3b5']);
      glow(
        pen,
        [fade(colour, 0.34), fade(colour, 0)],
        chance() * stage.width,
        chance() * stage.height,
        between(chance, 90, 210),
      );
    }
  });
}

/** A planet around the origin. */
export function globe(pen: Pen, colour: string, radius: number): void {
  pen.save();
  pen.beginPath();
  pen.arc(0, 0, radius, 0, Math.PI * 2);
  pen.clip();
  oval(pen, colour, 0, 0, radius);
  for (const [y, share] of [
    [-0.5, 0.2],
    [0.05, 0.3],
    [0.55, 0.2],
  ] as const) {
    oval(pen, mix(colour, '#ffffff', share), radius * 0.1, y * radius, radius * 1.1, radius * 0.13, 0.1);
  }
  oval(pen, 'rgba(10, 8, 40, 0.42)', radius * 0.55, radius * 0.35, radius * 1.05);
  oval(pen, colour, -radius * 0.2, -radius * 0.15, radius * 0.62);
  oval(pen, mix(colour, '#ffffff', 0.35), -radius * 0.35, -radius * 0.35, radius * 0.3);
  pen.restore();
}
