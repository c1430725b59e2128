import { between } from '../random.ts';
import { fade } from '../stage/colour.ts';
import { box, downward, glow, polygon } from '../stage/pen.ts';
import { openSky } from '../stage/sky.ts';
import type { Layer, Stage } from '../stage/stage.ts';
import { strip } from '../stage/strip.ts';
import { flowerBed, grassInFront, trees } from './plants.ts';
import { ground, hills } from './relief.ts';
import type { Scenery } from './scenery.ts';

/** Hills of grass. */
export function meadow(stage: Stage): Scenery {
  const floor = stage.height * 0.81;
  return {
    floor,
    surface: 'plain',
    behind: [
      ...openSky(stage),
      hills(stage, { y: floor - 62, height: 34, parallax: 0.08, distance: 0.62, colour: '#7fb07a' }),
      hills(stage, { y: floor - 40, height: 24, parallax: 0.2, distance: 0.36, colour: '#7cb865' }),
      trees(stage, {
        kind: 'broad',
        count: 5,
        foot: floor - 30,
        parallax: 0.36,
        distance: 0.25,
        size: 0.62,
        colour: '#5d9c52',
      }),
      ground(stage, floor - 26, ['#9fd076', '#7cba5c', '#5a9d4d']),
    ],
    inFront: [grassInFront(stage, '#5da24c', 9)],
  };
}

/** A wood with light between the trunks; bamboo where a panda lives. */
export function forest(stage: Stage): Scenery {
  const floor = stage.height * 0.82;
  const isBamboo = stage.scene.cast[0].subject === 'panda' || stage.scene.prompt.includes('竹');
  const kind = isBamboo ? 'bamboo' : stage.scene.weather === 'snow' ? 'fir' : 'broad';
  const tall = stage.height / 200;
  return {
    floor,
    surface: 'plain',
    behind: [
      ...openSky(stage),
      trees(stage, {
        kind: isBamboo ? 'bamboo' : 'fir',
        count: 13,
        foot: floor - 26,
        parallax: 0.1,
        distance: 0.66,
        size: tall * 0.8,
        colour: '#5f9a76',
      }),
      trees(stage, {
        kind: isBamboo ? 'bamboo' : 'fir',
        count: 10,
        foot: floor - 22,
        parallax: 0.25,
        distance: 0.4,
        size: tall * 0.95,
        colour: '#4c8a60',
      }),
      sunbeams(stage),
      trees(stage, {
        kind,
        count: 6,
        foot: floor - 12,
        parallax: 0.55,
        distance: 0.1,
        size: tall,
        colour: '#4d8f50',
      }),
      ground(stage, floor - 22, ['#7fae62', '#5f9450', '#456f42']),
    ],
    inFront: [grassInFront(stage, '#3f7d45', 4)],
  };
}

/** Flower beds before a white fence. */
export function garden(stage: Stage): Scenery {
  const floor = stage.height * 0.82;
  return {
    floor,
    surface: 'plain',
    behind: [
      ...openSky(stage),
      hills(stage, { y: floor - 56, height: 26, parallax: 0.1, distance: 0.5, colour: '#86b981' }),
      trees(stage, {
        kind: 'broad',
        count: 7,
        foot: floor - 32,
        parallax: 0.25,
        distance: 0.28,
        size: 0.95,
        colour: '#67a45a',
      }),
      fence(stage, floor - 22),
      ground(stage, floor - 24, ['#a5d482', '#84c066', '#62a353']),
      beds(stage, floor - 12),
    ],
    inFront: [grassInFront(stage, '#5fa64f', 16)],
  };
}

function fence(stage: Stage, y: number): Layer {
  return strip(stage, {
    parallax: 0.6,
    distance: 0.06,
    paint: ({ pen, span }) => {
      box(pen, '#e9e4d8', 0, y - 34, span, 5);
      box(pen, '#e9e4d8', 0, y - 16, span, 5);
      const pales = Math.round(span / 20);
      for (let index = 0; index < pales; index++) {
        const x = (index / pales) * span;
        polygon(pen, '#fbf8ef', [
          [x, y],
          [x, y - 40],
          [x + 5, y - 47],
          [x + 10, y - 40],
          [x + 10, y],
        ]);
      }
    },
  });
}

function beds(stage: Stage, y: number): Layer {
  const chance = stage.chance('beds');
  return strip(stage, {
    parallax: 0.9,
    distance: 0,
    paint: ({ pen, span }) => {
      for (let flower = 0; flower < span / 13; flower++) {
        flowerBed(pen, chance, chance() * span, y + between(chance, -8, 2), between(chance, 14, 26));
      }
    },
  });
}

/** Slanting light, dim by night. */
function sunbeams(stage: Stage): Layer {
  const strength = stage.scene.time === 'night' || stage.light.isOvercast ? 0.05 : 0.16;
  const colour = stage.scene.time === 'dusk' ? '#ffc58a' : '#fff6d0';
  return (pen, { time }) => {
    for (let beam = 0; beam < 4; beam++) {
      const x = (beam + 0.4) * stage.width * 0.27;
      const alpha = strength * (0.7 + 0.3 * Math.sin(time * 1.2 + beam * 2));
      pen.fillStyle = downward(pen, 0, stage.height * 0.8, [fade(colour, alpha), fade(colour, 0)]);
      pen.beginPath();
      pen.moveTo(x, -10);
      pen.lineTo(x + 46, -10);
      pen.lineTo(x - 50, stage.height * 0.8);
      pen.lineTo(x - 150, stage.height * 0.8);
      pen.fill();
    }
    if (stage.scene.time === 'night' && !stage.light.isOvercast) fireflies(stage, pen, time);
  };
}

function fireflies(stage: Stage, pen: Parameters<typeof glow>[0], time: number): void {
  const chance = stage.chance('fireflies');
  for (let fly = 0; fly < 14; fly++) {
    const x = chance() * stage.width + Math.sin(time * 0.9 + fly) * 18;
    const y = stage.height * between(chance, 0.4, 0.78) + Math.cos(time * 1.1 + fly * 2) * 10;
    const strength = Math.max(0, Math.sin(time * 2 + fly * 1.7));
    glow(pen, [`rgba(226, 255, 130, ${0.85 * strength})`, 'rgba(226, 255, 130, 0)'], x, y, 8);
  }
}
