import { between } from '../../random.ts';
import { downward, fade, glow, type Layer, openSky, type Pen, type Stage } from '../../stage/index.ts';
import { grassInFront, trees, type TreesLook } from './plants.ts';
import { ground } from './relief.ts';
import type { Scenery } from './scenery.ts';

export type WoodKind = 'wood' | 'bamboo';

/** A wood with light between the trunks, of bamboo or of trees. */
export function wood(stage: Stage, of: WoodKind): Scenery {
  const floor = stage.height * 0.82;
  const isBamboo = of === 'bamboo';
  const tall = stage.height / 200;
  const row = (kind: TreesLook['kind'], count: number, foot: number, near: number, size: number, colour: string) =>
    trees(stage, { kind: isBamboo ? 'bamboo' : kind, count, foot: floor - foot, near, size: tall * size, colour });
  return {
    floor,
    surface: 'plain',
    behind: [
      ...openSky(stage),
      row('fir', 13, 26, 0.1, 0.8, '#5f9a76'),
      row('fir', 10, 22, 0.25, 0.95, '#4c8a60'),
      sunbeams(stage),
      row(stage.scene.weather === 'snow' ? 'fir' : 'broad', 6, 12, 0.55, 1, '#4d8f50'),
      ground(stage, floor - 22, ['#7fae62', '#5f9450', '#456f42']),
    ],
    inFront: [grassInFront(stage, '#3f7d45', 4)],
  };
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

function fireflies(stage: Stage, pen: Pen, time: number): void {
  const chance = stage.chance('fireflies');
  for (let fly = 0; fly < 14; fly++) {
    const x = chance() * stage.width + Math.sin(time * 0.9 + fly) * 18;
    const y = stage.height * between(chance, 0.4, 0.78) + Math.cos(time * 1.1 + fly * 2) * 10;
    const strength = Math.max(0, Math.sin(time * 2 + fly * 1.7));
    glow(pen, [`rgba(226, 255, 130, ${0.85 * strength})`, 'rgba(226, 255, 130, 0)'], x, y, 8);
  }
}
