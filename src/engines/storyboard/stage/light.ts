import type { TimeName, WeatherName } from '../scene.ts';
import { mix } from './colour.ts';

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

type Bare = Omit<Light, 'isOvercast' | 'hazeStrength'>;

const TIMES: Readonly<Record<TimeName, Bare>> = {
  dawn: bare(['#7f93d6', '#f4bfae', '#ffe9c4'], '#f7cfbc', '#b0688a', 0.13),
  day: bare(['#4aa5ea', '#97d4f7', '#e8f8fb'], '#d3ecf7', '#3a6ea5', 0),
  dusk: bare(['#3c3a82', '#d6648f', '#ffb268'], '#e88d80', '#51204f', 0.27),
  night: bare(['#070b26', '#171d50', '#403673'], '#2c2f6b', '#0e1238', 0.5),
};

const CLOUDS: Readonly<Record<WeatherName, { readonly grey: string; readonly share: number; readonly haze: number }>> =
  {
    clear: { grey: '#ffffff', share: 0, haze: 0.72 },
    cloudy: { grey: '#a9b4c2', share: 0.5, haze: 0.78 },
    wind: { grey: '#dfe8ee', share: 0.12, haze: 0.72 },
    rain: { grey: '#66758c', share: 0.55, haze: 0.82 },
    thunder: { grey: '#30344f', share: 0.72, haze: 0.8 },
    snow: { grey: '#c3cede', share: 0.5, haze: 0.86 },
    fog: { grey: '#d5dbe0', share: 0.66, haze: 1 },
  };

/** The light of a time and a weather. */
export function lightOf(time: TimeName, weather: WeatherName): Light {
  const bright = TIMES[time];
  const { grey, share, haze } = CLOUDS[weather];
  const isNight = time === 'night';
  const cloud = isNight ? mix(grey, '#10142f', 0.78) : mix(grey, bright.sky[1], 0.2);
  const veil = (colour: string) => mix(colour, cloud, share);
  const [top, middle, low] = bright.sky;
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

function bare(sky: Bare['sky'], haze: string, shade: string, shadeStrength: number): Bare {
  return { sky, haze, shade, shadeStrength, areLampsLit: false };
}
