import type { CameraName, PlaceName } from '../scene.ts';
import type { Meaning } from './lexicon.ts';
import { withoutBackground } from './cast/background.ts';
import { mentionsOf } from './mentions.ts';
import type { Mention } from './mentions.ts';
import { readCast } from './cast/read-cast.ts';
import { unknownThings } from './unknown-things.ts';
import type { PartialScene } from './partial-scene.ts';

/** Reads what a prompt asks for. */
export function readScene(prompt: string): PartialScene {
  const all = mentionsOf(prompt);
  const unknown = unknownThings(all);
  const mentions = withoutBackground(all);
  const found = mentions.flatMap(({ meanings = [] }, index) => (isCoat(mentions, index) ? [] : meanings));
  const weathers = namesOf(found, 'weather');
  const motions = namesOf(found, 'motion');
  const cameras = namesOf(found, 'camera').filter((camera) => isOfCamera(camera, prompt));
  return {
    cast: readCast(withoutCamera(mentions, found)),
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
    isSlow: found.some(({ kind }) => kind === 'slow'),
    props: namesOf(found, 'prop'),
    unknown: unknown.things,
    ...(unknown.isPlace && { isPlaceUnknown: true }),
  };
}

/** A black and white cow is a cow, in colour. */
function isCoat(mentions: readonly Mention[], index: number): boolean {
  const next = mentions.slice(index + 1).find(({ text }) => !/^(?:相|间|相间|的)$/.test(text));
  return mentions[index]?.meanings?.[0]?.name === 'blackWhite' && next?.meanings?.[0]?.kind === 'subject';
}

/** “The camera pans”: where a move of the camera is named, a camera is no thing in the picture. */
function withoutCamera(mentions: readonly Mention[], found: readonly Meaning[]): readonly Mention[] {
  if (!found.some(({ kind }) => kind === 'camera')) return mentions;
  return mentions.filter(
    ({ meanings }) => !meanings?.some(({ kind, name }) => kind === 'subject' && name === 'camera'),
  );
}

type Kind = Meaning['kind'];
type NameOf<Of extends Kind> = Extract<Meaning, { readonly kind: Of }>['name'];

/** What is said of one kind, in order. */
export function namesOf<Of extends Kind>(found: readonly Meaning[], kind: Of): NameOf<Of>[] {
  return found.filter((meaning) => meaning.kind === kind).map((meaning) => meaning.name as NameOf<Of>);
}

/** Mountains go round a valley too, and a dog follows: these are of the camera where a camera is named. */
function isOfCamera(camera: CameraName, prompt: string): boolean {
  if (camera !== 'orbit' && camera !== 'follow') return true;
  return /镜头|相机|摄像|拍摄|运镜|航拍|camera|shot|lens|(?:^|[，,。.] *)(?:\d+度)?(?:环绕|跟随|orbit|follow)(?:$|[，,。.])/iu.test(
    prompt,
  );
}

/** A narrower word wins over a wider one: who swims under water in a sea is under water. */
function readPlace(places: readonly PlaceName[]): PlaceName | undefined {
  const narrow = 'neon underwater waterfall kitchen stage cafe temple beach'.split(' ') as readonly PlaceName[];
  return narrow.find((place) => places.includes(place)) ?? places.find((place) => place !== 'sky') ?? places[0];
}
