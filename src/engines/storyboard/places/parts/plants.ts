import { between, pick, type Random } from '../../random.ts';
import { type Depth, at, bow, type Layer, mix, oval, type Pen, type Stage, strip, tonesOf } from '../../stage/index.ts';
import { broadTree, fir } from './trees.ts';

const PETALS = ['#f27a9b', '#f6c453', '#f28c5a', '#b48be0', '#ffffff', '#ee5f6b'] as const;

/** The green of plants, under snow where it snows. */
export function leaf(stage: Stage, hex: string): string {
  return stage.scene.weather === 'snow' ? mix(hex, '#e9f0f6', 0.5) : hex;
}

export interface TreesLook extends Depth {
  readonly kind: 'broad' | 'fir' | 'bamboo';
  readonly count: number;
  readonly foot: number;
  readonly size: number;
  readonly colour: string;
}

/** A row of trees. */
export function trees(stage: Stage, look: TreesLook): Layer {
  const chance = stage.chance(`trees ${look.kind} ${look.near}`);
  const snow = stage.scene.weather === 'snow' || stage.scene.place === 'snowfield' ? '#f4f8fc' : undefined;
  return strip(stage, {
    ...look,
    paint: ({ pen, span, put }) => {
      for (let index = 0; index < look.count; index++) {
        const size = look.size * between(chance, 0.78, 1.25);
        const tones = tonesOf(mix(leaf(stage, look.colour), '#2f6b5e', chance() * 0.3));
        const foot = look.foot + between(chance, -3, 6);
        put(((index + chance() * 0.75) / look.count) * span, (x) =>
          at(pen, [x, foot, 0, size], () => {
            if (look.kind === 'broad') broadTree(pen, tones, 0);
            else if (look.kind === 'fir') fir(pen, tones, snow);
            else bamboo(pen, tones.main, tones.dark);
          }),
        );
      }
    },
  });
}

function bamboo(pen: Pen, green: string, dark: string): void {
  for (let joint = 0; joint < 9; joint++) {
    bow(pen, green, 7, [0, -joint * 34], [1, -joint * 34 - 15], [0, -joint * 34 - 29]);
    bow(pen, dark, 2, [-4, -joint * 34], [0, -joint * 34 + 2], [4, -joint * 34]);
    if (joint > 2) {
      for (const side of [-1, 1]) oval(pen, dark, side * 16, -joint * 34 - 4 + side * 5, 16, 3.6, side * 0.5);
    }
  }
}

/** Flowers that stand on a floor. */
export function flowerBed(pen: Pen, chance: Random, x: number, y: number, height: number): void {
  const lean = between(chance, -4, 4);
  const petals = pick(chance, PETALS);
  bow(pen, '#4f8f47', 2, [x, y], [x + lean * 0.3, y - height * 0.5], [x + lean, y - height]);
  oval(pen, '#5fa052', x + 4, y - height * 0.4, 5, 2, -0.5);
  for (let petal = 0; petal < 5; petal++) {
    const angle = petal * 1.257;
    oval(pen, petals, x + lean + Math.cos(angle) * 3.6, y - height + Math.sin(angle) * 3.6, 3, 3);
  }
  oval(pen, '#f8d96b', x + lean, y - height, 2.4);
}

/** Blades of grass, and flowers among them, near the eye. */
export function grassInFront(stage: Stage, colour: string, flowers: number): Layer {
  const chance = stage.chance('grass');
  const green = leaf(stage, colour);
  const floor = stage.height;
  return strip(stage, {
    near: 1.35,
    paint: ({ pen, span, put }) => {
      for (let blade = 0; blade < span / 5; blade++) {
        const height = between(chance, 14, 34);
        const lean = between(chance, -9, 9);
        const tone = mix(green, chance() < 0.5 ? '#1f5a44' : '#b7d86a', chance() * 0.4);
        put((blade / (span / 5)) * span, (x) =>
          bow(pen, tone, 3, [x, floor + 4], [x, floor - height * 0.6], [x + lean, floor - height]),
        );
      }
      const blooming = stage.scene.weather === 'snow' ? 0 : flowers;
      for (let flower = 0; flower < blooming; flower++) {
        const spot = ((flower + chance() * 0.8) / blooming) * span;
        flowerBed(pen, chance, spot, floor + 2, between(chance, 24, 42));
      }
    },
  });
}
