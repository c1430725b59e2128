import type { WeatherName } from '../scene.ts';
import type { Layer, Stage } from '../stage/index.ts';
import { lightning, rain } from './rain.ts';
import { swarm, type SwarmLook } from './swarm.ts';
import WRITTEN from './swarms.json' with { type: 'json' };

const SWARMS = WRITTEN as unknown as Readonly<Record<keyof typeof WRITTEN, SwarmLook>>;
const FALLING: Partial<Readonly<Record<WeatherName, (stage: Stage) => readonly Layer[]>>> = {
  rain: (stage) => [rain(stage, 1)],
  thunder: (stage) => [lightning(stage), rain(stage, 1.5)],
  snow: (stage) => [swarm(stage, SWARMS.snow)],
  fog: (stage) => [swarm(stage, SWARMS.fog)],
  wind: (stage) => [swarm(stage, SWARMS.curls), swarm(stage, SWARMS.leaves)],
};

/** What falls or drifts through the picture. */
export function fallingWeather(stage: Stage): readonly Layer[] {
  return FALLING[stage.scene.weather]?.(stage) ?? [];
}

export { swarm } from './swarm.ts';
