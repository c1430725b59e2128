import type { TimeName, WeatherName } from '../scene.ts';
import { mix } from './colour.ts';
import LIGHT from './light.json' with { type: 'json' };

/** The colours that time and weather give to everything. */
export interface Light {
  /** Sky from the top to the horizon. */
  readonly sky: readonly [string, string, string];
  /** What everything far turns into. */
  readonly haze: string;
  /** How much of the haze the farthest layer takes, 0 to 1. */
  readonly hazeStrength: number;
  /** The colour of shade. */
  readonly shade: string;
  /** How much shade lies on everything, 0 to 1. */
  readonly shadeStrength: number;
  /** Whether lamps, windows and signs are lit. */
  readonly areLampsLit: boolean;
  /** Clouds hide sun, moon and stars. */
  readonly isOvercast: boolean;
}

/** The light of a time and a weather. */
export function lightOf(time: TimeName, weather: WeatherName): Light {
  const bright = LIGHT.times[time];
  const { grey, share, haze } = LIGHT.clouds[weather];
  const [top = '', middle = '', low = ''] = bright.sky;
  const isNight = time === 'night';
  const cloud = isNight ? mix(grey, '#10142f', 0.78) : mix(grey, middle, 0.2);
  const veil = (colour: string) => mix(colour, cloud, share);
  const gloom = weather === 'thunder' ? 0.22 : weather === 'rain' && !isNight ? 0.1 : 0;
  return {
    sky: [veil(top), veil(middle), veil(low)],
    haze: veil(bright.haze),
    hazeStrength: haze,
    shade: bright.shade,
    shadeStrength: Math.min(0.6, bright.shadeStrength + gloom),
    areLampsLit: isNight || time === 'dusk' || weather === 'thunder',
    isOvercast: share > 0.4,
  };
}
