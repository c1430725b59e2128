import type {
  CastMember,
  ColourName,
  Language,
  MotionName,
  PlaceName,
  Scene,
  ScenePart,
  SubjectName,
  TimeName,
  WeatherName,
} from '../scene.ts';
import type { Random } from '../random.ts';
import { hashText, pick, seededRandom } from '../random.ts';
import { FALLBACK_SUBJECTS, HABITS, PLACES_WITHOUT_WEATHER, USUAL_WEATHER } from './habits.ts';
import type { Element } from './habits.ts';
import type { Meaning } from './mentions.ts';
import { mentions } from './mentions.ts';

const MOST_IN_CAST = 3;
const NEEDS_A_FLOOR: ReadonlySet<MotionName> = new Set(['walk', 'run', 'jump', 'drive']);

/**
 * Reads a prompt. The same prompt and seed give the same scene.
 * @param seed Absent: made of the prompt.
 */
export function readPrompt(prompt: string, seed: number = hashText(prompt)): Scene {
  const found = mentions(prompt);
  const random = seededRandom(seed, 'scene');
  const cast = readCast(found);
  const [lead] = cast;
  const said = {
    place: readPlace(found),
    time: nameOf(found, 'time'),
    weather: readWeather(found),
    motion: readMotion(found),
  };
  const hero: CastMember = lead ?? { subject: inventSubject(random, said.place) };
  const habit = HABITS[hero.subject];
  const place = said.place ?? pick(random, habit.places);
  const named = new Set<ScenePart>();
  if (lead) named.add('subject');
  for (const part of ['place', 'time', 'weather', 'motion'] as const) if (said[part]) named.add(part);
  return {
    prompt,
    language: languageOf(prompt),
    seed,
    cast: [hero, ...cast.slice(1)],
    place,
    weather: said.weather ?? inventWeather(random, place),
    time: said.time ?? inventTime(random, place),
    motion: suitMotion(said.motion ?? pick(random, habit.motions), place, habit.element),
    camera: nameOf(found, 'camera') ?? 'drift',
    props: namesOf(found, 'prop'),
    named,
  };
}

function languageOf(prompt: string): Language {
  return /\p{Script=Han}/u.test(prompt) ? 'zh' : 'en';
}

type Kind = Meaning['kind'];
type NameOf<Of extends Kind> = Extract<Meaning, { readonly kind: Of }>['name'];

function namesOf<Of extends Kind>(found: readonly Meaning[], kind: Of): NameOf<Of>[] {
  return found.filter((meaning) => meaning.kind === kind).map((meaning) => meaning.name as NameOf<Of>);
}

function nameOf<Of extends Kind>(found: readonly Meaning[], kind: Of): NameOf<Of> | undefined {
  return namesOf(found, kind)[0];
}

/**
 * A colour goes with what is named next, subject or place; the last one, with nothing after it, with the last subject.
 */
function readCast(found: readonly Meaning[]): CastMember[] {
  const cast: CastMember[] = [];
  let colour: ColourName | undefined;
  let count = 1;
  for (const meaning of found) {
    if (meaning.kind === 'colour') colour = meaning.name;
    else if (meaning.kind === 'count') count = meaning.name;
    else if (meaning.kind === 'place') colour = undefined;
    else if (meaning.kind === 'subject') {
      if (!cast.some(({ subject }) => subject === meaning.name)) {
        for (; count > 0; count--) cast.push(member(meaning.name, colour));
      }
      colour = undefined;
      count = 1;
    }
  }
  const last = cast.at(-1);
  if (colour && last && !last.colour) cast[cast.length - 1] = member(last.subject, colour);
  return cast.slice(0, MOST_IN_CAST);
}

function member(subject: SubjectName, colour: ColourName | undefined): CastMember {
  return colour ? { subject, colour } : { subject };
}

/** A narrower word wins over a wider one: in a forest by the sea one sees the forest first, on a neon street neon. */
function readPlace(found: readonly Meaning[]): PlaceName | undefined {
  const places = namesOf(found, 'place');
  return places.includes('neon') ? 'neon' : places[0];
}

function readWeather(found: readonly Meaning[]): WeatherName | undefined {
  const weathers = namesOf(found, 'weather');
  return weathers.includes('thunder') ? 'thunder' : weathers[0];
}

/** Looking and sitting give way to a livelier word. */
function readMotion(found: readonly Meaning[]): MotionName | undefined {
  const motions = namesOf(found, 'motion');
  return motions.find((motion) => motion !== 'stay') ?? motions[0];
}

function inventSubject(random: Random, place: PlaceName | undefined): SubjectName {
  const atHome = FALLBACK_SUBJECTS.filter((subject) => !place || HABITS[subject].places.includes(place));
  const [first, ...others] = atHome;
  return first ? pick(random, [first, ...others]) : pick(random, FALLBACK_SUBJECTS);
}

function inventWeather(random: Random, place: PlaceName): WeatherName {
  if (PLACES_WITHOUT_WEATHER.has(place)) return 'clear';
  return USUAL_WEATHER[place] ?? pick(random, ['clear', 'clear', 'wind']);
}

function inventTime(random: Random, place: PlaceName): TimeName {
  if (place === 'neon' || place === 'space' || place === 'moon') return 'night';
  return pick(random, ['day', 'day', 'dawn', 'dusk']);
}

/** Nothing walks where there is no floor: in space it floats, in the sky it flies, in the sea it swims. */
function suitMotion(motion: MotionName, place: PlaceName, element: Element): MotionName {
  if (!NEEDS_A_FLOOR.has(motion)) return motion;
  if (place === 'space') return 'float';
  if (place === 'sky') return 'fly';
  const isInWater = place === 'underwater' || (place === 'sea' && element === 'ground');
  return isInWater ? 'swim' : motion;
}
