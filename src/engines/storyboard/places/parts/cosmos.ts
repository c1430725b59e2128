import { between, pick } from '../../random.ts';
import { at, backdrop, fade, glow, type Layer, line, mix, oval, type Pen, type Stage } from '../../stage/index.ts';

/** Coloured clouds between the stars, as a backdrop. */
export function nebula(stage: Stage): Layer {
  const chance = stage.chance('nebula');
  return backdrop(stage, ['#070a24', '#131445', '#2a1b5c'], (pen) => {
    for (let patch = 0; patch < 9; patch++) {
      const colour = pick(chance, ['#6a3fb5', '#2f6fd0', '#c0479a', '#2fa3b5']);
      const [x, y] = [chance() * stage.width, chance() * stage.height];
      glow(pen, [fade(colour, 0.34), fade(colour, 0)], x, y, between(chance, 90, 210));
    }
  });
}

/** A planet around the origin. */
function globe(pen: Pen, colour: string, radius: number): void {
  pen.save();
  pen.beginPath();
  pen.arc(0, 0, radius, 0, Math.PI * 2);
  pen.clip();
  oval(pen, colour, 0, 0, radius);
  for (const y of [-0.5, 0.05, 0.55])
    oval(pen, mix(colour, '#ffffff', 0.24), radius * 0.1, y * radius, radius * 1.1, radius * 0.13, 0.1);
  oval(pen, 'rgba(10, 8, 40, 0.42)', radius * 0.55, radius * 0.35, radius * 1.05);
  oval(pen, colour, -radius * 0.2, -radius * 0.15, radius * 0.62);
  oval(pen, mix(colour, '#ffffff', 0.35), -radius * 0.35, -radius * 0.35, radius * 0.3);
  pen.restore();
}

/** Planets that drift by, one of them with a ring. */
export function planets(stage: Stage): Layer {
  const chance = stage.chance('planets');
  const [first, second] = chance() < 0.5 ? ['#f0a868', '#6fc3d8'] : ['#d88fc0', '#f0cf7a'];
  return (pen, { time, travel }) => {
    const drift = travel * 0.03 + time * 1.5;
    at(pen, [stage.width * 0.82 - drift, stage.height * 0.26, -0.35], () => {
      ring(pen, first, Math.PI);
      globe(pen, first, 40);
      ring(pen, first, 0);
    });
    at(pen, [stage.width * 0.16 - drift * 0.6, stage.height * 0.68], () => globe(pen, second, 26));
    at(pen, [stage.width * 0.46 - drift * 0.4, stage.height * 0.13], () => globe(pen, '#c9c6d8', 10));
  };
}

/** Half a ring: the far one or the near one. */
function ring(pen: Pen, colour: string, from: number): void {
  pen.lineWidth = 5;
  pen.strokeStyle = fade(mix(colour, '#ffffff', 0.5), 0.85);
  pen.beginPath();
  pen.ellipse(0, 0, 76, 18, 0, from, from + Math.PI);
  pen.stroke();
}

/** The earth, as it stands above the moon. */
export function earth(stage: Stage): Layer {
  return (pen) =>
    at(pen, [stage.width * 0.8, stage.height * 0.26], () => {
      glow(pen, ['rgba(120, 190, 255, 0.5)', 'rgba(120, 190, 255, 0)'], 0, 0, 84);
      globe(pen, '#4a92dd', 44);
      oval(pen, '#6fbf73', -16, -8, 15, 10, 0.5);
      oval(pen, '#6fbf73', 6, 12, 11, 8, -0.4);
      oval(pen, 'rgba(255, 255, 255, 0.75)', -6, -24, 18, 4, 0.2);
      oval(pen, 'rgba(255, 255, 255, 0.7)', -18, 14, 14, 3.4, -0.2);
    });
}

/** A star that falls now and then. */
export function shootingStar(stage: Stage): Layer {
  return (pen, { time }) => {
    const share = (time * 0.45 + 0.3) % 1;
    if (share > 0.35) return;
    const x = stage.width * (0.25 + share * 1.3);
    const y = stage.height * (0.08 + share * 0.6);
    line(pen, fade('#ffffff', 0.7 * (1 - share / 0.35)), 1.8, [x - 46, y - 21, x, y]);
    oval(pen, '#ffffff', x, y, 1.8);
  };
}
