import { elementOf, hasUsualPlace, usualMotion, usualPlaces, usualSize } from '../library/subject-defaults.ts';
import { heroOf, isAlive, isHuman, kindOf } from '../library/subject-kinds.ts';
import { placeTraits } from '../places/index.ts';
import { pick, type Random, seededRandom } from '../random.ts';
import type { CastMember, MotionName, PlaceName, Scene, ScenePart, TimeName, WeatherName } from '../scene.ts';
import { mentionsOf } from './mentions.ts';
import type { PartialScene } from './partial-scene.ts';
import { strangeName } from './unknown-things.ts';
import { IMPLIED } from './vocabulary.ts';

const NEEDS_A_FLOOR: ReadonlySet<MotionName> = new Set(['walk', 'run', 'jump', 'drive', 'crawl', 'climb']);
type Homes = readonly [PlaceName, ...PlaceName[]];
const PARTS = ['place', 'weather', 'time', 'motion', 'camera', 'style'] as const satisfies readonly ScenePart[];

/** Chooses what a prompt leaves open, by the seed: the same prompt and seed give the same scene. */
export function completeScene(partial: PartialScene, prompt: string, seed: number): Scene {
  const { cast, isSlow, props } = partial;
  const random = seededRandom(seed, 'scene');
  const hero = heroOf(cast);
  const motion = partial.motion ?? impliedMotion(cast);
  const isNothingNamed = cast.length + partial.unknown.length === 0 && partial.place === undefined;
  const place = partial.place ?? inventPlace(random, partial, prompt, hero && homeOfAll(cast, hero, motion));
  return {
    prompt,
    language: /\p{Script=Han}/u.test(prompt) ? 'zh' : 'en',
    seed,
    cast: cast.map((member) =>
      member.motion ? { ...member, motion: suitMotion(member.motion, place, member) } : member,
    ),
    place,
    weather: partial.weather ?? inventWeather(random, place, partial.time),
    time: partial.time ?? inventTime(random, place),
    motion: suitMotion(motion ?? (hero ? restingMotion(hero, place) : 'stay'), place, hero),
    camera: partial.camera ?? 'drift',
    ...(isSlow && { isSlow }),
    style: partial.style ?? 'plain',
    props,
    named: new Set([
      ...(cast.length > 0 ? (['subject'] as const) : []),
      ...PARTS.filter((part) => partial[part] !== undefined),
    ]),
    unknown: isNothingNamed ? strangeName(mentionsOf(prompt)) : partial.unknown,
  };
}

/** Who sits on a sofa is where sofas are. */
function homeOfAll(cast: readonly CastMember[], hero: CastMember, motion: MotionName | undefined): Homes {
  const walker = cast.find(({ subject }) => isAlive(subject) && elementOf(subject) === 'ground');
  // A bird in a tree is where trees are.
  const base = elementOf(hero.subject) === 'ground' ? undefined : cast[hero.stands?.of ?? -1];
  if (base && !base.stands && (hero.stands?.side === 'on' || hero.stands?.side === 'inside'))
    return usualPlaces(base.subject, 'stay');
  // A cat and a bird are where the cat can walk.
  if (walker && elementOf(hero.subject) !== 'ground') return usualPlaces(walker.subject, motion);
  const things = cast
    .filter(({ subject }) => !isAlive(subject))
    .sort((one, other) => usualSize(other.subject) - usualSize(one.subject));
  if (!isAlive(hero.subject))
    return usualPlaces((things.find(({ subject }) => hasUsualPlace(subject)) ?? things[0] ?? hero).subject, motion);
  const furniture = things.find(({ subject }) => hasUsualPlace(subject));
  const isAtHome = !isHuman(hero.subject) && hasUsualPlace(hero.subject) && elementOf(hero.subject) !== 'ground';
  return usualPlaces(furniture && !isAtHome ? furniture.subject : hero.subject, motion);
}

/** What somebody does with what is named with them, though no verb is known. */
function impliedMotion(cast: readonly CastMember[]): MotionName | undefined {
  const motions = cast.flatMap(({ subject }) => IMPLIED[subject] ?? []);
  return cast.some(({ subject }) => isAlive(subject)) ? motions[0] : undefined;
}

/** A place that is named and not known has none put in its stead, but a hall without anything. */
function inventPlace(random: Random, partial: PartialScene, prompt: string, home: Homes | undefined): PlaceName {
  const { time, weather, isPlaceUnknown, cast } = partial;
  const floats = cast.some(({ subject }) => elementOf(subject) === 'water' || elementOf(subject) === 'surface');
  if (isPlaceUnknown && !floats) return 'studio';
  if (home) return pick(random, home);
  if (time !== undefined || weather !== undefined) return pick(random, ['meadow', 'mountain', 'lake']);
  return prompt.trim() !== '' ? 'studio' : pick(random, ['meadow', 'garden', 'beach']);
}

function inventWeather(random: Random, place: PlaceName, time: TimeName | undefined): WeatherName {
  const { usualWeather } = placeTraits(place);
  return usualWeather ?? (time === 'night' ? 'clear' : pick(random, ['clear', 'clear', 'wind']));
}

function inventTime(random: Random, place: PlaceName): TimeName {
  return placeTraits(place).usualTime ?? pick(random, ['day', 'day', 'dawn', 'dusk']);
}

/** What somebody does of whom only that is said who it is: on something it stays, and out of water nothing swims. */
function restingMotion({ subject, stands }: CastMember, place: PlaceName): MotionName {
  const usual = usualMotion(subject);
  const { surface, withoutFloor } = placeTraits(place);
  const isDry = surface !== 'water' && surface !== 'bank' && withoutFloor === undefined && stands?.side !== 'inside';
  const isHeld = (stands?.side === 'on' || stands?.side === 'inside') && isAlive(subject) && usual !== 'swim';
  return isHeld || (usual === 'swim' && isDry) ? 'stay' : usual;
}

/** Nothing walks where there is no floor: in space it floats, in the sky it flies, in the sea it swims. */
function suitMotion(motion: MotionName, place: PlaceName, hero: CastMember | undefined): MotionName {
  if (!hero || !NEEDS_A_FLOOR.has(motion)) return motion;
  const { withoutFloor } = placeTraits(place);
  // What has fins leaps out of the water.
  if (withoutFloor === undefined || (motion === 'jump' && kindOf(hero.subject) === 'fins')) return motion;
  if (
    withoutFloor === 'swim' &&
    (elementOf(hero.subject) !== 'ground' || (kindOf(hero.subject) === 'wheels' && !isHuman(hero.subject)))
  )
    return 'float';
  return withoutFloor;
}
