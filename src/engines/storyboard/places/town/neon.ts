import { between, pick } from '../../random.ts';
import type { TimeName } from '../../scene.ts';
import { fade, type Layer, type Light, mix, openSky, type Stage, strip } from '../../stage/index.ts';
import { bow, box, glow, line, type Pen } from '../../stage/pen.ts';
import {
  fronts,
  lampPosts,
  landscape,
  levelSign,
  neonLetters,
  pavement,
  shopFront,
  shopLight,
  signBoard,
  skyline,
  uprightSign,
  windowGrid,
} from '../parts/index.ts';

const FACADES = ['#2a2247', '#33284f', '#241f45', '#3a2a4d', '#2b2a52'] as const;
const SHOP_LIGHTS = ['#ffb765', '#ff8fb5', '#7fe3ff', '#ffd778'] as const;

/** A street of neon signs. */
export const NEON = landscape({
  floor: 0.78,
  surface: 'paved',
  tintCast: signLight,
  usualTime: 'night',
  light: neonLight,
  behind: (stage, floor) => {
    const kerb = floor - 22;
    return [
      ...openSky(stage),
      skyline(stage, {
        near: 0.08,
        haze: 0.75,
        width: 46,
        floor: kerb,
        tall: [150, 270],
        paints: ['#2b2756', '#342c63', '#262350'],
      }),
      skyline(stage, {
        near: 0.18,
        width: 66,
        floor: kerb,
        tall: [110, 215],
        paints: ['#231d48', '#2b2350', '#1d1a40'],
      }),
      shops(stage, kerb),
      flicker(stage, kerb),
      pavement(stage, kerb, ['#413a6a', '#302b57', '#262349']),
      lampPosts(stage, kerb + 3, '#ffd9a0'),
    ];
  },
});

/** Coloured light of the signs on both sides of who walks there. */
function signLight(pen: Pen, { width, height }: Stage): void {
  const signs = pen.createLinearGradient(width * 0.28, 0, width * 0.66, 0);
  signs.addColorStop(0, 'rgba(255, 70, 170, 0.16)');
  signs.addColorStop(0.4, 'rgba(255, 70, 170, 0)');
  signs.addColorStop(0.7, 'rgba(60, 220, 255, 0)');
  signs.addColorStop(1, 'rgba(60, 220, 255, 0.14)');
  pen.fillStyle = signs;
  pen.fillRect(0, 0, width + 1, height + 1);
}

/** The glow of the signs in the sky, and lamps that are always lit. */
function neonLight(light: Light, time: TimeName): Light {
  const [top, middle, low] = light.sky;
  return {
    ...light,
    sky: [top, middle, mix(low, '#a23a8e', time === 'night' ? 0.5 : 0.3)],
    haze: mix(light.haze, '#7a2f80', 0.4),
    areLampsLit: true,
  };
}

function shops(stage: Stage, kerb: number): Layer {
  const chance = stage.chance('shops');
  const span = Math.ceil(stage.width * 1.7);
  const tall = [Math.min(170, kerb * 0.55), Math.min(285, kerb * 0.97)] as const;
  const houses = fronts(chance, span, { width: 118, floor: kerb, tall, paints: FACADES });
  const signs = houses.map((house) => ({
    house,
    upright: uprightSign(chance),
    level: levelSign(chance),
    x: house.left + house.width * between(chance, 0.06, 0.2),
    y: Math.max(28, house.roof + between(chance, 12, 40)),
    awning: pick(chance, ['#c44a68', '#3f7f9c', '#c48a3f', '#6a55a8']),
    light: pick(chance, SHOP_LIGHTS),
  }));
  return strip(stage, {
    near: 0.5,
    span,
    paint: ({ pen, put }) => {
      for (const { house, awning, upright, level, x, y } of signs) {
        box(pen, house.paint, house.left, house.roof, house.width + 1, stage.height - house.roof);
        box(pen, mix(house.paint, '#0b0820', 0.35), house.left - 2, house.roof, house.width + 4, 7, 2);
        windowGrid(pen, house, 15, () => mix(house.paint, '#0c0a24', 0.5), kerb - 92);
        shopFront(pen, house, kerb, awning);
        put(x, (at) => signBoard(pen, upright, at, y));
        put(house.left + house.width * 0.62, (at) => signBoard(pen, level, at, kerb - 108));
      }
    },
    shine: ({ pen, put }) => {
      for (const { house, upright, level, x, y, light } of signs) {
        windowGrid(
          pen,
          house,
          15,
          () => (chance() < 0.34 ? fade(pick(chance, ['#ffd48a', '#ffe6b0', '#9fd8ff']), 0.85) : ''),
          kerb - 92,
        );
        shopLight(pen, house, kerb, light);
        put(x, (at) => neonLetters(pen, upright, at, y));
        put(house.left + house.width * 0.62, (at) => neonLetters(pen, level, at, kerb - 108));
      }
      cables(pen, span, kerb);
    },
  });
}

function cables(pen: Pen, span: number, kerb: number): void {
  for (const [y, sag] of [
    [kerb * 0.16, 26],
    [kerb * 0.24, 18],
  ] as const) {
    for (let x = 0; x < span; x += span / 3) {
      bow(pen, 'rgba(10, 8, 28, 0.8)', 1.2, [x, y], [x + span / 6, y + sag * 2], [x + span / 3, y]);
    }
  }
  for (let lantern = 0; lantern < 6; lantern++) {
    const x = ((lantern + 0.5) / 6) * span;
    const y = kerb * 0.24 + 17;
    line(pen, '#2b1830', 1.2, [x, y - 6, x, y]);
    glow(pen, ['rgba(255, 96, 70, 0.55)', 'rgba(255, 96, 70, 0)'], x, y + 9, 26);
    box(pen, '#ff5a45', x - 7, y, 14, 18, 7);
    box(pen, '#ffd27a', x - 4, y - 1, 8, 3, 1);
    box(pen, '#ffd27a', x - 4, y + 17, 8, 3, 1);
  }
}

/** Some signs are loose: coloured light that trembles over the street. */
function flicker(stage: Stage, kerb: number): Layer {
  const chance = stage.chance('flicker');
  const lights = Array.from({ length: 4 }, (_, index) => ({
    x: ((index + chance()) / 4) * stage.width * 1.4,
    colour: pick(chance, ['#ff4fa3', '#35e0ff', '#9d7bff', '#ffb03d']),
    phase: chance() * 9,
  }));
  return (pen, { time, travel }) => {
    pen.save();
    pen.globalCompositeOperation = 'lighter';
    for (const { x, colour, phase } of lights) {
      const span = stage.width * 1.4;
      const along = ((((x - travel * 0.5) % span) + span) % span) - stage.width * 0.2;
      const strength = 0.1 + 0.05 * Math.sin(time * 5 + phase) * Math.sin(time * 13 + phase);
      glow(pen, [fade(colour, strength), fade(colour, 0)], along, kerb - 70, 110);
    }
    pen.restore();
  };
}
