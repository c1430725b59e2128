import type { CameraName, PlaceName } from '../scene.ts';
import type { Meaning } from './lexicon.ts';
import { withoutBackground } from './cast/background.ts';
import { mentionsOf } from './mentions.ts';
import { readCast } from './cast/read-cast.ts';
import { unknownThings } from './unknown-things.ts';
import type { PartialScene } from './partial-scene.ts';

/** Reads what a prompt asks for. */
export function readScene(prompt: string): PartialScene {
  const all = mentionsOf(prompt);
  const unknown = unknownThings(all);
  const mentions = withoutBackground(all);
  const found = mentions.flatMap(({ meanings = [] }) => meanings);
  const weathers = namesOf(found, 'weather');
  const motions = namesOf(found, 'motion');
  const cameras = namesOf(found, 'camera').filter((camera) => isOfCamera(camera, prompt));
  return {
    // “The camera pans”: no camera is seen.
    cast: readCast(mentions.filter(({ text }) => cameras.length === 0 || !/^camera$|[相像]机$/.test(text))),
    place: readPlace(namesOf(found, 'place')),
    weather:
      weathers.find((weather) => weather === 'thunder') ??
      weathers.find((weather) => weather !== 'clear') ??
      weathers[0],
    time: namesOf(found, 'time')[0],
    // Looking and sitting give way to a livelier word, and so does lying.
    motion:
      motions.find((motion) => !/^(?:stay|look|sleep)$/.test(motion)) ??
      motions.find((motion) => motion === 'sleep') ??
      motions[0],
    camera: cameras.find((camera) => camera !== 'static') ?? cameras[0],
    style: namesOf(found, 'style')[0],
    isSlow: found.some(({ kind }) => kind === 'slow'),
    props: namesOf(found, 'prop'),
    unknown: unknown.things,
    ...(unknown.isPlace && { isPlaceUnknown: true }),
  };
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
  const isWide = (place: PlaceName) => place === 'sky' || place === 'city';
  return narrow.find((place) => places.includes(place)) ?? places.find((place) => !isWide(place)) ?? places[0];
}
