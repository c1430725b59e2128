import type { WeatherName } from '../scene.ts';
import type { Layer, Stage } from '../stage/index.ts';
import { fog } from './fog.ts';
import { lightning, rain } from './rain.ts';
import { snow } from './snow.ts';
import { wind } from './wind.ts';

const FALLING: Partial<Readonly<Record<WeatherName, (stage: Stage) => readonly Layer[]>>> = {
  rain: (stage) => [rain(stage, 1)],
  thunder: (stage) => [lightning(stage), rain(stage, 1.5)],
  snow: (stage) => [snow(stage)],
  fog: (stage) => [fog(stage)],
  wind: (stage) => [wind(stage)],
};

/** What falls or drifts through the picture. */
export function fallingWeather(stage: Stage): readonly Layer[] {
  return FALLING[stage.scene.weather]?.(stage) ?? [];
}
