import { inTones, paintPaths } from '../../library/paint-paths.ts';
import { pick } from '../../random.ts';
import { at, type Depth, fade, type Layer, mix, type Stage, strip } from '../../stage/index.ts';
import { box, glow, type Pen } from '../../stage/pen.ts';
import { type Front, fronts, type FrontsLook, windowGrid } from './buildings.ts';
import { DRAWINGS } from './drawings.ts';
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
        across(pen, awning ? 'shop' : 'door', house, floor, awning);
        across(pen, `${look.roof}Roof`, house, house.roof, mix(house.paint, '#2b1d30', 0.45));
        for (const { sign, x, y } of signs) put(x, (left) => signBoard(pen, sign, left, y));
      }
    },
    ...(stage.light.areLampsLit && {
      shine: ({ pen, put }) => {
        for (const { house, awning, light, signs } of all) {
          const lit = () => (chance() < windows.share ? fade(pick(chance, windows.lit), 0.9) : '');
          windowGrid(pen, house, windows.size, lit, bottom);
          if (awning) across(pen, 'shopLight', house, floor, mix(light, '#fff4d6', 0.5));
          const middle = house.left + house.width * 0.4;
          glow(pen, light, 0.36, [middle, floor - 24], house.width * 0.6);
          for (const { sign, x, y } of signs) put(x, (left) => neonLetters(pen, sign, left, y));
        }
      },
    }),
  });
}

/** A drawing that is as wide as a house: 100 units. */
function across(pen: Pen, name: keyof typeof DRAWINGS, { left, width }: Front, y: number, main = '#000000'): void {
  const paths = DRAWINGS[name];
  at(pen, [left, y], () => {
    pen.scale(width / 100, 1);
    paintPaths(pen, inTones(paths, { main, pale: mix(main, '#ffffff', 0.82) }));
  });
}
