import { isAlive, isHuman, kindOf, usualSize } from '../library/kinds.ts';
import { placeTraits } from '../places/index.ts';
import type { Random } from '../random.ts';
import { hashText, pick, seededRandom } from '../random.ts';
import type {
  CameraName,
  CastMember,
  MotionName,
  PlaceName,
  Scene,
  ScenePart,
  StyleName,
  TimeName,
  WeatherName,
} from '../scene.ts';
import { elementOf, hasHome, homesOf, usualMotion } from '../library/homes.ts';
import type { Meaning } from './lexicon.ts';
import { mentionsOf } from './mentions.ts';
import type { Mention } from './mentions.ts';
import { readCast } from './read-cast.ts';
import { unknownThings } from './unknown-things.ts';

const NEEDS_A_FLOOR: ReadonlySet<MotionName> = new Set(['walk', 'run', 'jump', 'drive', 'crawl', 'climb', 'ride']);

/** What a prompt says of each part; what it does not say is undefined. */
interface Said {
  readonly place: PlaceName | undefined;
  readonly weather: WeatherName | undefined;
  readonly time: TimeName | undefined;
  readonly motion: MotionName | undefined;
  readonly camera: CameraName | undefined;
  readonly style: StyleName | undefined;
}

/**
 * Reads a prompt. The same prompt and seed give the same scene.
 * @param seed Absent: made of the prompt.
 */
export function readPrompt(prompt: string, seed: number = hashText(prompt)): Scene {
  const mentions = mentionsOf(prompt);
  const found = mentions.flatMap(({ meanings }) => meanings ?? []);
  const cast = readCast(withoutCamera(mentions, found));
  const said = whatIsSaid(found, prompt);
  const random = seededRandom(seed, 'scene');
  const hero = heroOf(cast);
  const motion = said.motion ?? impliedMotion(cast);
  const place =
    said.place ?? (hero ? pick(random, homeOfAll(cast, hero, motion)) : inventPlace(random, said, mentions));
  const isSlow = found.some(({ kind }) => kind === 'slow');
  return {
    prompt,
    language: /\p{Script=Han}/u.test(prompt) ? 'zh' : 'en',
    seed,
    cast,
    place,
    weather: said.weather ?? inventWeather(random, place, said),
    time: said.time ?? inventTime(random, place),
    motion: suitMotion(motion ?? (hero ? usualMotion(hero.subject) : 'stay'), place, hero),
    camera: said.camera ?? 'drift',
    ...(isSlow && { isSlow }),
    style: said.style ?? 'plain',
    props: namesOf(found, 'prop'),
    named: namedParts(cast, said),
    unknown: unknownThings(mentions),
  };
}

/** “The camera pans”: where a move of the camera is named, a camera is no thing in the picture. */
function withoutCamera(mentions: readonly Mention[], found: readonly Meaning[]): readonly Mention[] {
  if (!found.some(({ kind }) => kind === 'camera')) return mentions;
  return mentions.filter(
    ({ meanings }) => !meanings?.some(({ kind, name }) => kind === 'subject' && name === 'camera'),
  );
}

function namedParts(cast: readonly CastMember[], said: Said): ReadonlySet<ScenePart> {
  const named = new Set<ScenePart>();
  if (cast.length > 0) named.add('subject');
  for (const [part, value] of Object.entries(said)) if (value !== undefined) named.add(part as ScenePart);
  return named;
}

/** The one who moves: what is alive before what is not, whatever was named first. */
function heroOf(cast: readonly CastMember[]): CastMember | undefined {
  return cast.find(({ subject }) => isAlive(subject)) ?? cast[0];
}

type Kind = Meaning['kind'];
type NameOf<Of extends Kind> = Extract<Meaning, { readonly kind: Of }>['name'];

function namesOf<Of extends Kind>(found: readonly Meaning[], kind: Of): NameOf<Of>[] {
  return found.filter((meaning) => meaning.kind === kind).map((meaning) => meaning.name as NameOf<Of>);
}

function whatIsSaid(found: readonly Meaning[], prompt: string): Said {
  const weathers = namesOf(found, 'weather');
  const motions = namesOf(found, 'motion');
  const cameras = namesOf(found, 'camera').filter((camera) => isOfCamera(camera, prompt));
  return {
    place: readPlace(namesOf(found, 'place')),
    weather:
      weathers.find((weather) => weather === 'thunder') ??
      weathers.find((weather) => weather !== 'clear') ??
      weathers[0],
    time: namesOf(found, 'time')[0],
    // Looking and sitting give way to a livelier word.
    motion: motions.find((motion) => motion !== 'stay' && motion !== 'look') ?? motions[0],
    camera: cameras.find((camera) => camera !== 'static') ?? cameras[0],
    style: namesOf(found, 'style')[0],
  };
}

/** Mountains go round a valley too, and a dog follows: these are of the camera where a camera is named. */
function isOfCamera(camera: CameraName, prompt: string): boolean {
  if (camera !== 'orbit' && camera !== 'follow') return true;
  return /镜头|相机|摄像|拍摄|运镜|航拍|camera|shot|lens/iu.test(prompt);
}

/** Who sits on a sofa is where sofas are. */
function homeOfAll(
  cast: readonly CastMember[],
  hero: CastMember,
  motion: MotionName | undefined,
): readonly [PlaceName, ...PlaceName[]] {
  const walker = cast.find(({ subject }) => isAlive(subject) && elementOf(subject) === 'ground');
  // A cat and a bird are where the cat can walk.
  if (walker && elementOf(hero.subject) !== 'ground') return homesOf(walker.subject, motion);
  const things = cast
    .filter(({ subject }) => !isAlive(subject))
    .sort((one, other) => usualSize(other.subject) - usualSize(one.subject));
  if (!isAlive(hero.subject))
    return homesOf((things.find(({ subject }) => hasHome(subject)) ?? things[0] ?? hero).subject, motion);
  const furniture = things.find(({ subject }) => hasHome(subject));
  return homesOf(furniture && !isAtHome(hero.subject) ? furniture.subject : hero.subject, motion);
}

function isAtHome(subject: string): boolean {
  return !isHuman(subject) && hasHome(subject) && elementOf(subject) !== 'ground';
}

/** A narrower word wins over a wider one: who swims under water in a sea is under water. */
function readPlace(places: readonly PlaceName[]): PlaceName | undefined {
  const narrow: readonly PlaceName[] = ['neon', 'underwater', 'waterfall', 'kitchen', 'stage', 'cafe', 'temple'];
  return narrow.find((place) => places.includes(place)) ?? places[0];
}

const PLAYED = new Set('guitar piano violin drum trumpet flute accordion saxophone banjo'.split(' '));

/** What somebody does with what is named with them, though no verb is known. */
function impliedMotion(cast: readonly CastMember[]): MotionName | undefined {
  if (!cast.some(({ subject }) => isAlive(subject))) return undefined;
  const has = (names: ReadonlySet<string>) => cast.some(({ subject }) => names.has(subject));
  if (has(PLAYED)) return 'play';
  return has(new Set(['open-book'])) ? 'read' : undefined;
}

function inventPlace(random: Random, said: Said, mentions: readonly Mention[]): PlaceName {
  if (said.time !== undefined || said.weather !== undefined) return pick(random, ['meadow', 'mountain', 'lake']);
  return mentions.length > 0 ? 'studio' : pick(random, ['meadow', 'garden', 'beach']);
}

function inventWeather(random: Random, place: PlaceName, { time }: Said): WeatherName {
  const { usualWeather } = placeTraits(place);
  return usualWeather ?? (time === 'night' ? 'clear' : pick(random, ['clear', 'clear', 'wind']));
}

function inventTime(random: Random, place: PlaceName): TimeName {
  return placeTraits(place).usualTime ?? pick(random, ['day', 'day', 'dawn', 'dusk']);
}

/** Nothing walks where there is no floor: in space it floats, in the sky it flies, in the sea it swims. */
function suitMotion(motion: MotionName, place: PlaceName, hero: CastMember | undefined): MotionName {
  if (!hero || !NEEDS_A_FLOOR.has(motion)) return motion;
  const { withoutFloor } = placeTraits(place);
  if (withoutFloor === undefined) return motion;
  if (
    withoutFloor === 'swim' &&
    (elementOf(hero.subject) !== 'ground' || (kindOf(hero.subject) === 'wheels' && !isHuman(hero.subject)))
  )
    return 'float';
  return withoutFloor;
}
