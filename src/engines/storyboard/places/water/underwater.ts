import { between, pick } from '../../random.ts';
import { backdrop, type Depth, fade, fillBelow, type Layer, mix, ridge, type Stage, strip } from '../../stage/index.ts';
import { arc, at, bow, downward, line, oval } from '../../stage/pen.ts';
import { landscape } from '../parts/index.ts';

/** Below the surface: light from above, corals, bubbles. */
export const UNDERWATER = landscape({
  floor: 0.72,
  surface: 'none',
  usualTime: 'day',
  usualWeather: 'clear',
  weather: 'none',
  withoutFloor: 'swim',
  behind: (stage) => {
    const { light, height, scene } = stage;
    const dim = scene.time === 'night' ? 0.62 : scene.time === 'dusk' ? 0.22 : 0;
    const tone = (hex: string) => mix(mix(hex, light.sky[1], 0.14), '#081238', dim);
    const bed = height * 0.85;
    return [
      backdrop(stage, [tone('#7fe0ea'), tone('#2fa3cf'), tone('#12579c'), tone('#0b3a78')]),
      rays(stage),
      reef(stage, { y: bed - 30, height: 34, near: 0.2, colour: tone('#2a76ad') }),
      reef(stage, { y: bed - 8, height: 24, near: 0.45, haze: 0.25, colour: tone('#1f5f99') }),
      shoal(stage),
      reef(stage, { y: bed + 8, height: 10, near: 1, colour: tone('#d9c08f') }),
      corals(stage, bed + 10),
      weeds(stage, bed + 16),
    ];
  },
  inFront: (stage) => [bubbles(stage)],
});

interface ReefLook extends Depth {
  readonly y: number;
  readonly height: number;
  readonly colour: string;
}

function reef(stage: Stage, look: ReefLook): Layer {
  const chance = stage.chance(`reef ${look.near}`);
  return strip(stage, {
    ...look,
    haze: 0,
    paint: (to) => {
      const fill = downward(to.pen, look.y - look.height, stage.height, [
        look.colour,
        mix(look.colour, '#0b2a5c', 0.45),
      ]);
      fillBelow(to, fill, ridge(chance, to.span, look.y, look.height, 4), stage.height);
    },
  });
}

function rays(stage: Stage): Layer {
  const strength = stage.scene.time === 'night' ? 0.07 : 0.2;
  return (pen, { time }) => {
    for (let ray = 0; ray < 6; ray++) {
      const x = ((ray + 0.5) / 6) * stage.width + Math.sin(time * 0.7 + ray * 2) * 18;
      const wide = 16 + ((ray * 7) % 5) * 7;
      pen.fillStyle = downward(pen, 0, stage.height * 0.9, [
        fade('#e8fdff', strength * (0.6 + 0.4 * Math.sin(time + ray))),
        fade('#e8fdff', 0),
      ]);
      pen.beginPath();
      pen.moveTo(x - wide * 0.4, 0);
      pen.lineTo(x + wide * 0.6, 0);
      pen.lineTo(x + wide * 1.4 - 70, stage.height * 0.9);
      pen.lineTo(x - wide * 1.4 - 70, stage.height * 0.9);
      pen.fill();
    }
  };
}

function shoal(stage: Stage): Layer {
  const chance = stage.chance('shoal');
  const colour = pick(chance, ['#ffd76a', '#ff9f8a', '#b7f0e2']);
  const fishes = Array.from({ length: 11 }, () => ({
    x: between(chance, -60, 60),
    y: between(chance, -26, 26),
    phase: chance() * 7,
  }));
  return (pen, { time, travel }) => {
    const span = stage.width + 260;
    const middle = span - ((time * 34 + travel * 0.3 + stage.width * 0.55) % span) - 130;
    for (const { x, y, phase } of fishes) {
      at(pen, [middle + x, stage.height * 0.26 + y + Math.sin(time * 2 + phase) * 4], () => {
        oval(pen, fade(colour, 0.75), 0, 0, 8, 4);
        bow(pen, fade(colour, 0.75), 3, [7, 0], [12, -4], [13, -5]);
        bow(pen, fade(colour, 0.75), 3, [7, 0], [12, 4], [13, 5]);
        oval(pen, '#23314a', -4.5, -1, 1);
      });
    }
  };
}

function corals(stage: Stage, foot: number): Layer {
  const chance = stage.chance('corals');
  return strip(stage, {
    near: 1,
    paint: ({ pen, span, put }) => {
      for (let index = 0; index < 9; index++) {
        const colour = pick(chance, ['#ff7d8c', '#ffab5e', '#d888e8', '#ff9fc0', '#7fe0c0']);
        const size = between(chance, 0.7, 1.35);
        const isFan = chance() < 0.5;
        put(((index + chance() * 0.7) / 9) * span, (x) =>
          at(pen, [x, foot + 4, 0, size], () => {
            for (const angle of [-0.7, -0.35, 0, 0.35, 0.7]) {
              at(pen, [0, 0, angle], () => {
                line(pen, colour, isFan ? 5 : 8, [0, 0, 0, -34]);
                line(pen, colour, isFan ? 4 : 6, [0, -20, 8, -32]);
                oval(pen, mix(colour, '#ffffff', 0.3), 0, -35, isFan ? 3 : 5);
              });
            }
          }),
        );
      }
    },
  });
}

function weeds(stage: Stage, foot: number): Layer {
  const chance = stage.chance('weeds');
  const all = Array.from({ length: 9 }, () => ({
    x: chance() * 1.3,
    height: between(chance, 40, 92),
    phase: chance() * 6,
  }));
  const colour = mix('#3fa779', '#0b3a78', stage.scene.time === 'night' ? 0.5 : 0.15);
  return (pen, { time, travel }) => {
    const span = stage.width * 1.3;
    for (const { x, height, phase } of all) {
      const along = ((((x * stage.width - travel) % span) + span) % span) - stage.width * 0.15;
      const sway = Math.sin(time * 1.5 + phase) * 14;
      bow(pen, colour, 6, [along, foot + 12], [along - sway, foot - height * 0.5], [along + sway, foot - height]);
      bow(
        pen,
        mix(colour, '#d6f7a8', 0.25),
        4,
        [along + 9, foot + 12],
        [along + 9 + sway, foot - height * 0.3],
        [along + 9 - sway * 0.6, foot - height * 0.66],
      );
    }
  };
}

function bubbles(stage: Stage): Layer {
  const chance = stage.chance('bubbles');
  const all = Array.from({ length: 20 }, () => ({
    x: chance(),
    start: chance(),
    size: between(chance, 1.6, 5.4),
    pace: between(chance, 0.12, 0.3),
  }));
  return (pen, { time, travel }) => {
    for (const { x, start, size, pace } of all) {
      const share = (start + time * pace) % 1;
      const along =
        ((((x * stage.width - travel * 0.9) % stage.width) + stage.width) % stage.width) +
        Math.sin(time * 3 + start * 9) * 5;
      const y = stage.height * (1 - share);
      oval(pen, 'rgba(220, 250, 255, 0.18)', along, y, size);
      arc(pen, 'rgba(236, 253, 255, 0.7)', 1, along, y, size, 0, Math.PI * 2);
      oval(pen, 'rgba(255, 255, 255, 0.85)', along - size * 0.35, y - size * 0.35, size * 0.25);
    }
  };
}
