import { createCanvas } from '@napi-rs/canvas';
import type { Scene } from '../scene.ts';
import { type Layer, stageFor } from '../stage/index.ts';
import { readPrompt } from '../testing/read-prompt.ts';
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
    const painted = (weather: Scene['weather']) => pixels(LAYERS.fireflies(stageFor({ ...FOREST, weather }, FORMAT)));
    const nothing = pixels(() => undefined);
    expect(painted('clear').equals(nothing)).toBeFalse();
    for (const weather of ['rain', 'fog', 'snow'] as const) expect(painted(weather).equals(nothing)).toBeTrue();
  });
});
