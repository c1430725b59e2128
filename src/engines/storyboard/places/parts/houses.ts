import { pick } from '../../random.ts';
import { type Depth, fade, type Layer, mix, type Stage, strip } from '../../stage/index.ts';
import { box, glow, type Pen, polygon, shape } from '../../stage/pen.ts';
import { type Front, fronts, type FrontsLook, windowGrid } from './buildings.ts';
import { levelSign, neonLetters, signBoard, uprightSign } from './neon-signs.ts';

/** Houses side by side along a street. */
export interface HousesLook extends Depth, FrontsLook {
  readonly windows: {
    readonly size: number;
    readonly dark: string;
    readonly lit: readonly [string, ...string[]];
    /** How many of them are lit. */
    readonly share: number;
    /** Where the lowest end, in units above the floor. */
    readonly above: number;
  };
  readonly roof: 'flat' | 'tiled';
  /** Absent: there are doors instead of shops. */
  readonly awnings?: readonly [string, ...string[]];
  /** The light that falls out of them. */
  readonly lights: readonly [string, ...string[]];
  readonly hasSigns?: boolean;
}

/** Paints a street of houses, with windows, shops and signs. */
export function houses(stage: Stage, look: HousesLook): Layer {
  const { floor, windows, awnings } = look;
  const chance = stage.chance(`houses ${look.near}`);
  const span = Math.ceil(stage.width * 1.7);
  const bottom = floor - windows.above;
  const all = fronts(chance, span, { ...look, tall: [look.tall[0], Math.min(look.tall[1], floor * 0.95)] }).map(
    (house) => ({
      house,
      awning: awnings && pick(chance, awnings),
      light: pick(chance, look.lights),
      signs: look.hasSigns
        ? [
            { sign: uprightSign(chance), x: house.left + house.width * 0.13, y: Math.max(28, house.roof + 26) },
            { sign: levelSign(chance), x: house.left + house.width * 0.62, y: floor - 108 },
          ]
        : [],
    }),
  );
  return strip(stage, {
    ...look,
    rows: [floor - look.tall[1] - 40, stage.height],
    span,
    paint: ({ pen, put }) => {
      for (const { house, awning, signs } of all) {
        box(pen, house.paint, house.left, house.roof, house.width + 1, stage.height - house.roof);
        windowGrid(pen, house, windows.size, () => windows.dark, bottom);
        if (awning) shopFront(pen, house, floor, awning);
        else box(pen, '#6b3f2a', house.left + house.width * 0.36, floor - 50, house.width * 0.26, 50, 2);
        if (look.roof === 'tiled') tiledRoof(pen, house);
        else box(pen, mix(house.paint, '#2b1d30', 0.45), house.left - 2, house.roof - 5, house.width + 4, 9, 2);
        for (const { sign, x, y } of signs) put(x, (left) => signBoard(pen, sign, left, y));
      }
    },
    ...(stage.light.areLampsLit && {
      shine: ({ pen, put }) => {
        for (const { house, awning, light, signs } of all) {
          const lit = () => (chance() < windows.share ? fade(pick(chance, windows.lit), 0.9) : '');
          windowGrid(pen, house, windows.size, lit, bottom);
          if (awning) shopLight(pen, house, floor, light);
          const middle = house.left + house.width * 0.4;
          glow(pen, light, 0.36, [middle, floor - 24], house.width * 0.6);
          for (const { sign, x, y } of signs) put(x, (left) => neonLetters(pen, sign, left, y));
        }
      },
    }),
  });
}

/** A shop on the ground floor: awning, window, door. */
function shopFront(pen: Pen, { left, width }: Front, floor: number, awning: string): void {
  const inner = width - 14;
  box(pen, '#2c2440', left + 5, floor - 62, width - 10, 62, 2);
  box(pen, '#f2d9a0', left + 9, floor - 50, inner * 0.6, 40, 2);
  box(pen, '#6b4a3a', left + 14 + inner * 0.66, floor - 50, inner * 0.26, 50, 2);
  const flaps = Math.max(4, Math.round(inner / 13));
  const step = (width - 6) / flaps;
  const [top, edge] = [floor - 72, floor - 55];
  for (let flap = 0; flap < flaps; flap++) {
    const x = left + 3 + flap * step;
    const paint = flap % 2 === 0 ? awning : mix(awning, '#ffffff', 0.82);
    polygon(pen, paint, [x + 2, top, x + step + 2, top, x + step, edge, x, edge]);
  }
}

/** The light in a shop's window. */
function shopLight(pen: Pen, { left, width }: Front, floor: number, colour: string): void {
  const inner = width - 14;
  box(pen, fade(mix(colour, '#fff4d6', 0.5), 0.92), left + 9, floor - 50, inner * 0.6, 40, 2);
  box(pen, fade('#3a2038', 0.55), left + 9, floor - 26, inner * 0.6, 2);
  for (let thing = 0; thing < 4; thing++) {
    box(pen, fade('#4b2540', 0.6), left + 14 + thing * inner * 0.14, floor - 36, inner * 0.07, 10, 2);
  }
}

/** A roof whose eaves turn up. */
function tiledRoof(pen: Pen, { left, width, roof }: Front): void {
  shape(pen, '#4d4a55', () => {
    pen.moveTo(left - 14, roof + 8);
    pen.quadraticCurveTo(left + 6, roof - 4, left + 16, roof - 30);
    pen.lineTo(left + width - 16, roof - 30);
    pen.quadraticCurveTo(left + width - 6, roof - 4, left + width + 14, roof + 8);
    pen.quadraticCurveTo(left + width / 2, roof - 2, left - 14, roof + 8);
  });
  box(pen, '#66626e', left + 12, roof - 34, width - 24, 6, 3);
  for (let x = left + 12; x < left + width - 10; x += 11) box(pen, 'rgba(255, 255, 255, 0.09)', x, roof - 28, 3, 30);
}
