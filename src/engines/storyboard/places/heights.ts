import { between, pick } from '../random.ts';
import { fade, mix } from '../stage/colour.ts';
import { at, downward, glow, line, oval } from '../stage/pen.ts';
import type { Pen } from '../stage/pen.ts';
import { backdrop, cloud, openSky, stars } from '../stage/sky.ts';
import type { Layer, Stage } from '../stage/stage.ts';
import { strip } from '../stage/strip.ts';
import { fillBelow, ridge } from '../stage/terrain.ts';
import { hills } from './relief.ts';
import type { Scenery } from './scenery.ts';

/** Between the planets. */
export function space(stage: Stage): Scenery {
  return {
    floor: stage.height * 0.72,
    surface: 'none',
    behind: [nebula(stage), stars(stage, 130), planets(stage), shootingStar(stage)],
    inFront: [],
  };
}

/** The grey ground of the moon, the earth above it. */
export function moonSurface(stage: Stage): Scenery {
  const floor = stage.height * 0.82;
  return {
    floor,
    surface: 'plain',
    behind: [
      nebula(stage),
      stars(stage, 120),
      earth(stage),
      craters(stage, floor - 52, 0.15, '#8b8fa8'),
      craters(stage, floor - 24, 1, '#c3c6d6'),
    ],
    inFront: [],
  };
}

/** Above the clouds. */
export function sky(stage: Stage): Scenery {
  return {
    floor: stage.height * 0.74,
    surface: 'none',
    behind: [
      ...openSky(stage),
      hills(stage, { y: stage.height * 0.98, height: 16, parallax: 0.05, distance: 0.75, colour: '#8fb7a8' }),
      cloudBank(stage, { y: 0.8, count: 8, size: 1.5, parallax: 0.2, opacity: 0.6 }),
      cloudBank(stage, { y: 0.92, count: 8, size: 2.1, parallax: 0.45, opacity: 0.8 }),
    ],
    inFront: [cloudBank(stage, { y: 1.02, count: 7, size: 2.5, parallax: 1.2, opacity: 0.92 })],
  };
}

function nebula(stage: Stage): Layer {
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

function planets(stage: Stage): Layer {
  const chance = stage.chance('planets');
  const [first, second] = chance() < 0.5 ? ['#f0a868', '#6fc3d8'] : ['#d88fc0', '#f0cf7a'];
  return (pen, { time, travel }) => {
    const drift = travel * 0.03 + time * 1.5;
    at(pen, stage.width * 0.82 - drift, stage.height * 0.26, () => ringed(pen, first), -0.35);
    at(pen, stage.width * 0.16 - drift * 0.6, stage.height * 0.68, () => globe(pen, second, 26));
    at(pen, stage.width * 0.46 - drift * 0.4, stage.height * 0.13, () => globe(pen, '#c9c6d8', 10));
  };
}

function globe(pen: Pen, colour: string, radius: number): void {
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

function ringed(pen: Pen, colour: string): void {
  pen.lineWidth = 5;
  pen.strokeStyle = fade(mix(colour, '#ffffff', 0.5), 0.75);
  pen.beginPath();
  pen.ellipse(0, 0, 76, 18, 0, Math.PI, Math.PI * 2);
  pen.stroke();
  globe(pen, colour, 40);
  pen.lineWidth = 5;
  pen.strokeStyle = fade(mix(colour, '#ffffff', 0.5), 0.9);
  pen.beginPath();
  pen.ellipse(0, 0, 76, 18, 0, 0, Math.PI);
  pen.stroke();
}

function shootingStar(stage: Stage): Layer {
  return (pen, { time }) => {
    const share = (time * 0.45 + 0.3) % 1;
    if (share > 0.35) return;
    const x = stage.width * (0.25 + share * 1.3);
    const y = stage.height * (0.08 + share * 0.6);
    line(pen, fade('#ffffff', 0.7 * (1 - share / 0.35)), 1.8, [
      [x - 46, y - 21],
      [x, y],
    ]);
    oval(pen, '#ffffff', x, y, 1.8);
  };
}

function earth(stage: Stage): Layer {
  return (pen) =>
    at(pen, stage.width * 0.8, stage.height * 0.26, () => {
      glow(pen, ['rgba(120, 190, 255, 0.5)', 'rgba(120, 190, 255, 0)'], 0, 0, 84);
      globe(pen, '#4a92dd', 44);
      oval(pen, '#6fbf73', -16, -8, 15, 10, 0.5);
      oval(pen, '#6fbf73', 6, 12, 11, 8, -0.4);
      oval(pen, 'rgba(255, 255, 255, 0.75)', -6, -24, 18, 4, 0.2);
      oval(pen, 'rgba(255, 255, 255, 0.7)', -18, 14, 14, 3.4, -0.2);
    });
}

function craters(stage: Stage, y: number, parallax: number, colour: string): Layer {
  const chance = stage.chance(`craters ${parallax}`);
  return strip(
    { ...stage, light: { ...stage.light, shadeStrength: 0.16 } },
    {
      parallax,
      distance: 0,
      paint: (to) => {
        const fill = downward(to.pen, y - 20, stage.height, [colour, mix(colour, '#4b4d6e', 0.5)]);
        fillBelow(to, fill, ridge(chance, to.span, y, parallax < 1 ? 18 : 5, 3), stage.height);
        for (let crater = 0; crater < 13; crater++) {
          const size = between(chance, 8, 30) * (parallax < 1 ? 0.5 : 1);
          const depth = between(chance, y + 14, stage.height);
          to.put(((crater + chance()) / 13) * to.span, (x) => {
            oval(to.pen, mix(colour, '#3f4162', 0.42), x, depth, size, size * 0.3);
            oval(to.pen, mix(colour, '#3f4162', 0.24), x + size * 0.06, depth + size * 0.07, size * 0.86, size * 0.22);
          });
        }
      },
    },
  );
}

interface BankLook {
  /** A share of the stage's height. */
  readonly y: number;
  readonly count: number;
  readonly size: number;
  readonly parallax: number;
  readonly opacity: number;
}

function cloudBank(stage: Stage, look: BankLook): Layer {
  const chance = stage.chance(`bank ${look.y}`);
  const fill = mix(stage.light.sky[2], '#ffffff', stage.scene.time === 'night' ? 0.16 : 0.78);
  return strip(stage, {
    parallax: look.parallax,
    distance: 0,
    paint: ({ pen, span, put }) => {
      for (let index = 0; index < look.count; index++) {
        const shift = chance() * 20;
        const y = stage.height * look.y + between(chance, -12, 12);
        const size = look.size * between(chance, 0.8, 1.3);
        put(((index + chance() * 0.5) / look.count) * span, (x) =>
          at(pen, x, y, () => cloud(pen, fade(fill, look.opacity), shift), 0, size),
        );
      }
    },
  });
}
