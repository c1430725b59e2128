import { readdirSync, readFileSync } from 'node:fs';
import { elementOf } from '../library/subject-defaults.ts';
import { heroOf, isAlive } from '../library/subject-kinds.ts';
import type { CastMember, PlaceName, TimeName } from '../scene.ts';
import { type Layer, type Light, mix, type Stage } from '../stage/index.ts';
import { LAYERS, type LayerKind } from './layers.ts';
import { measured } from './measure.ts';
import type { LayerData, PlaceData, Scenery } from './scenery.ts';

const FOLDER = new URL('data/', import.meta.url);
let files: ReadonlyMap<string, string> | undefined;
const known = new Map<PlaceName, PlaceData>();

/** What a place is like, whatever the scene. Its file is read at the first call. */
export function placeTraits(name: PlaceName): PlaceData {
  let place = known.get(name);
  if (!place) {
    files ??= new Map(
      readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map((file) => [nameOf(file), file.replace('\\', '/')]),
    );
    place = JSON.parse(readFileSync(new URL(files.get(name) ?? name, FOLDER), 'utf8')) as PlaceData;
    known.set(name, place);
  }
  return place;
}

/** `town/gas-station.json` is `gasStation`. */
function nameOf(file: string): string {
  return file.replace(/^.*[/\\]|\.json$/g, '').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The light of a place at a time. */
export function placeLight(name: PlaceName, light: Light, time: TimeName): Light {
  const { sky, glow, haze, shade, areLampsLit } = placeTraits(name).light ?? {};
  const [top, middle, low] = sky && time !== 'night' ? sky : light.sky;
  return {
    ...light,
    sky: [top, middle, glow ? mix(low, ...glow) : low],
    haze: haze ? mix(light.haze, ...haze) : light.haze,
    shadeStrength: shade ?? light.shadeStrength,
    areLampsLit: areLampsLit ?? light.areLampsLit,
  };
}

/** Builds the set of a place. */
export function buildPlace(name: PlaceName, stage: Stage): Scenery {
  const place = placeTraits(name);
  const { scene, width, height } = stage;
  const floor = height * place.floor;
  const hero = heroOf(scene.cast);
  const isHeroOff = hero !== undefined && elementOf(hero.subject) !== 'ground';
  // A girl who feeds ducks stands on the bank, and a boy in a boat does not.
  const floats = ({ subject }: CastMember) => elementOf(subject) === (isAlive(subject) ? 'water' : 'surface');
  const afloat = scene.motion === 'swim' || isHeroOff || scene.cast.some(floats);
  const isThere = ([, , when]: LayerData) =>
    (when?.time ?? scene.time) === scene.time &&
    (when?.weather ?? scene.weather) === scene.weather &&
    (when?.afloat ?? afloat) === afloat;
  const lines = { floor, horizon: height * (place.horizon ?? 0.5), height };
  const layers = (list: readonly LayerData[] = []): readonly Layer[] =>
    list
      .filter(isThere)
      .flatMap(([kind, look = {}]) => LAYERS[kind as LayerKind](stage, measured(look, lines) as never));
  const { surface = 'plain', isAirless = false, castLight = [] } = place;
  return {
    floor,
    surface: surface === 'bank' ? (afloat ? 'water' : 'plain') : surface,
    isAirless,
    behind: layers(place.behind),
    inFront: layers(place.inFront),
    tintCast: (pen) => {
      if (castLight.length === 0) return;
      const light = pen.createLinearGradient(width * 0.28, 0, width * 0.66, 0);
      castLight.forEach((colour, index) => light.addColorStop(index / (castLight.length - 1), colour));
      pen.fillStyle = light;
      pen.fillRect(0, 0, width + 1, height + 1);
    },
  };
}

export type { Scenery } from './scenery.ts';
