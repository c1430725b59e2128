import { createCanvas } from '@napi-rs/canvas';
import type { Scene } from '../scene.ts';
import { type Layer, openSky, stageFor } from '../stage/index.ts';
import { readPrompt } from '../testing/read-prompt.ts';
import { buildPlace } from './index.ts';
import { LAYERS } from './layers.ts';

const FORMAT = { width: 320, height: 180, frameCount: 24 };
const FOREST: Scene = { ...readPrompt('森林里的一只猫'), time: 'night', weather: 'clear' };
const TREES = { count: 6, foot: 150, near: 0.5, size: 1, colour: '#4d8f50' } as const;

/** What a layer paints. */
function pixels(layer: Layer): Buffer {
  const canvas = createCanvas(FORMAT.width, FORMAT.height);
  layer(canvas.getContext('2d'), { time: 1, travel: 0, share: 0.5 });
  return canvas.data();
}

describe('the layers of a place', () => {
  it('have other trees where it snows, if the place says so', () => {
    const painted = (weather: Scene['weather'], kinds: Pick<Parameters<typeof LAYERS.trees>[1], 'kind' | 'inSnow'>) =>
      pixels(LAYERS.trees(stageFor({ ...FOREST, weather }, FORMAT), { ...TREES, ...kinds }));
    const [firs, broad] = [{ kind: 'fir' }, { kind: 'broad' }] as const;
    const either = { kind: 'broad', inSnow: 'fir' } as const;
    expect(painted('snow', either).equals(painted('snow', firs))).toBeTrue();
    expect(painted('snow', broad).equals(painted('snow', firs))).toBeFalse();
    expect(painted('clear', either).equals(painted('clear', broad))).toBeTrue();
  });

  it('have fireflies in clear nights alone', () => {
    const besideSky = (weather: Scene['weather']) => {
      const stage = stageFor({ ...FOREST, weather }, FORMAT);
      return buildPlace('forest', stage).behind.length - openSky(stage).length;
    };
    for (const weather of ['rain', 'fog', 'snow'] as const) expect(besideSky('clear')).toBe(besideSky(weather) + 1);
    const look = { count: 60, size: [7, 10], paints: ['#e2ff82'], isGlow: true } as const;
    const fireflies = pixels(LAYERS.swarm(stageFor(FOREST, FORMAT), look));
    expect(fireflies.equals(pixels(() => undefined))).toBeFalse();
  });
});
