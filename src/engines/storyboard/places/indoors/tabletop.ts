import { between, pick } from '../../random.ts';
import { backdrop, box, downward, fade, type Layer, oval, type Pen, type Stage, strip } from '../../stage/index.ts';
import { landscape } from '../parts/index.ts';

/** A table before a soft background, for what is small. */
export const TABLETOP = landscape({
  floor: 0.8,
  usualTime: 'day',
  usualWeather: 'clear',
  weather: 'none',
  behind: (stage) => {
    const edge = stage.height * 0.64;
    return [backdrop(stage, ['#f6e6cf', '#f3d9b8', '#e9c79c'], (pen) => softLights(pen, stage)), wood(stage, edge)];
  },
});

function softLights(pen: Pen, stage: Stage): void {
  const chance = stage.chance('soft lights');
  for (let index = 0; index < 16; index++) {
    const colour = pick(chance, ['#fff6df', '#ffdca8', '#f7b98a', '#d9e8d0']);
    oval(pen, fade(colour, 0.45), chance() * stage.width, chance() * stage.height * 0.6, between(chance, 14, 46));
  }
}

function wood(stage: Stage, edge: number): Layer {
  const chance = stage.chance('wood');
  return strip(stage, {
    near: 1,
    paint: ({ pen, span }) => {
      pen.fillStyle = downward(pen, edge, stage.height, ['#c98f5f', '#b87d4f', '#99623b']);
      pen.fillRect(0, edge, span, stage.height - edge);
      box(pen, '#dba873', 0, edge, span, 5);
      for (let index = 0; index < 34; index++) {
        const y = between(chance, edge + 10, stage.height);
        box(pen, fade('#7d4f2c', 0.22), chance() * span, y, between(chance, 40, 150), 2, 1);
      }
      for (const y of [0.36, 0.7]) box(pen, fade('#6b4224', 0.4), 0, edge + (stage.height - edge) * y, span, 1.6);
    },
  });
}
