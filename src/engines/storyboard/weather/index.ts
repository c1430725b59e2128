import type { Layer, Stage } from '../stage/index.ts';
import { fog } from './fog.ts';
import { lightning, rain } from './rain.ts';
import { snow } from './snow.ts';
import { wind } from './wind.ts';

/** What falls or drifts through the picture. */
export function fallingWeather(stage: Stage): readonly Layer[] {
  switch (stage.scene.weather) {
    case 'rain':
      return [rain(stage, 1)];
    case 'thunder':
      return [lightning(stage), rain(stage, 1.5)];
    case 'snow':
      return [snow(stage)];
    case 'fog':
      return [fog(stage)];
    case 'wind':
      return [wind(stage)];
    case 'clear':
    case 'cloudy':
      return [];
  }
}
