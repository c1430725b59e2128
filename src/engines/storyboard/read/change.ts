import { heroOf } from '../library/subject-kinds.ts';
import { traitsOf } from '../library/traits.ts';
import { placeTraits } from '../places/index.ts';
import type { CastMember } from '../scene.ts';
import WORDS from './changes.json' with { type: 'json' };
import { mentionsOf } from './mentions.ts';
import { MOST_IN_CAST, MOST_OF_ONE } from './cast/draft.ts';
import { dressed, without } from './cast/sides.ts';
import { namesOf, readScene } from './read-scene.ts';
import type { PartialScene } from './partial-scene.ts';
import { patternsOf } from './vocabulary.ts';

/** How a change is said: of the picture before, what goes and what comes. */
const SAID = patternsOf(WORDS);
/** What a prompt of nothing but changes may hold. */
const CHANGES = new Set('weather time camera style motion slow count colour size prop after'.split(' '));

type Cast = readonly CastMember[];

/** 晚上 or “in watercolour” alone is a change; what names somebody, or a place by itself, is a picture of its own. */
export function isChange({ cast, place, unknown }: PartialScene, prompt: string): boolean {
  if (SAID.ofBefore.test(prompt.trim())) return true;
  if (cast.length > 0 || unknown.length > 0) return false;
  if (place !== undefined) return SAID.beginsWithPlace.test(prompt);
  const strange = mentionsOf(prompt).filter((each) => !each.meanings && /^[\p{L}\p{N}]{2,}/u.test(each.text));
  return strange.length <= 1 && meaningsOf(prompt).some(({ kind }) => CHANGES.has(kind));
}

/** A scene after what a prompt changes in it, one after the other: “remove the cat and add a fox”. */
export function changed(prompt: string, before: PartialScene): PartialScene {
  let scene: PartialScene = { ...before, unknown: [] };
  for (const said of prompt.split(SAID.step)) {
    // 猫变大 is to be large; a flower of its own accord grows.
    const step = said.replace(SAID.becomes, '');
    const [, goes = '', verb = '', name = step] = SAID.replaces.exec(step) ?? [];
    // What is not wanted is read as if it were.
    const wanted = readScene((verb + name).replace(SAID.removes, ''));
    const after = carriedOver(wanted, step, scene, verb.endsWith('到') ? [] : readScene(goes).cast);
    scene = { ...after, unknown: [...scene.unknown, ...after.unknown] };
  }
  return scene;
}

/** A scene with what its prompt leaves open taken from the one before it, and without those that leave it. */
export function carriedOver(partial: PartialScene, text: string, before: PartialScene, gone: Cast = []): PartialScene {
  const stays = partial.place === undefined || partial.place === before.place;
  const isRemoved = SAID.removes.test(text) && partial.cast.length === 0;
  const after = <Part extends 'place' | 'camera' | 'style'>(part: Part): PartialScene[Part] =>
    isRemoved && partial[part] !== undefined ? undefined : (partial[part] ?? before[part]);
  const { usualTime, usualWeather } = partial.place === undefined ? {} : placeTraits(partial.place);
  // Who floats because there is no floor walks again where there is one.
  const isForced = before.place !== undefined && placeTraits(before.place).withoutFloor === before.motion;
  const motion = isRemoved && partial.motion ? 'stay' : partial.motion;
  // 让它们跑 is for all, whatever each did.
  const cast = partial.motion ? before.cast.map(({ motion: _, ...member }) => member) : before.cast;
  return {
    cast: dressed(changedCast(partial, text, cast, gone)),
    place: SAID.elsewhere.test(text) ? undefined : after('place'),
    weather:
      isRemoved && partial.weather
        ? 'clear'
        : (partial.weather ?? (stays || !usualWeather ? before.weather : undefined)),
    time: partial.time ?? (stays || !usualTime ? before.time : undefined),
    motion: motion ?? (stays || !isForced ? before.motion : undefined),
    camera: after('camera'),
    style: after('style'),
    isSlow: partial.isSlow ? !isRemoved : before.isSlow && !SAID.faster.test(text),
    props: isRemoved
      ? before.props.filter((prop) => !partial.props.includes(prop))
      : [...new Set([...before.props, ...partial.props])],
    unknown: partial.unknown,
  };
}

function changedCast({ cast, unknown, place }: PartialScene, prompt: string, before: Cast, leaving: Cast): Cast {
  const meant = leaving.flatMap((each) => like(each, before) ?? [])[0] ?? heroOf(before);
  const adds = SAID.adds.test(prompt);
  if (cast.length === 0) {
    // A thing that can't be drawn replaces the hero, and nothing is drawn in its place; a place replaces a thing.
    const isReplaced = unknown.length > 0 || (place !== undefined && leaving.length > 0);
    if (isReplaced && !adds) return without(before, meant ? [meant] : []);
    return before.map((member) => (member === meant ? withAttributes(member, prompt) : member));
  }
  if (SAID.removes.test(prompt))
    return without(
      before,
      cast.flatMap((each) => like(each, before) ?? []),
    );
  const fresh = cast.filter((each) => !like(each, before)).map(freed);
  const isOneMore = adds && cast.length === 1 && SAID.more.test(prompt);
  const renewed = before.map((member) => {
    const said = cast.find(({ subject }) => subject === member.subject);
    const count = Math.min(MOST_OF_ONE, (member.count ?? 1) + (said?.count ?? 1));
    // 猫大一点: here the size comes after whose it is.
    const size = cast.length === 1 ? namesOf(meaningsOf(prompt), 'size').at(-1) : undefined;
    return { ...member, ...(said && (isOneMore ? { count } : { ...freed(said), ...(size && { size }) })) };
  });
  const [first, ...others] = leaving.length > 0 ? cast.map(freed) : fresh;
  if (!first) return placed(renewed, cast, prompt);
  if (adds || !meant) return placed([...renewed, ...fresh].slice(0, MOST_IN_CAST), cast, prompt);
  // 把猫换成狗: the cat goes, and the dog is where it was.
  const isSame = first.subject === meant.subject;
  const comes = { ...(isSame && meant), ...first, ...(meant.stands && { stands: meant.stands }) };
  return [...before.map((member) => (member === meant ? comes : member)), ...others].slice(0, MOST_IN_CAST);
}

/** Which of the cast is meant: the one in that colour, if there is one. */
function like(one: CastMember | undefined, cast: Cast): CastMember | undefined {
  const alike = cast.filter(({ subject }) => subject === one?.subject);
  return alike.find(({ colour }) => colour === one?.colour) ?? alike[0];
}

/** Without its place beside another member: that one has another index in the cast of before. */
const freed = ({ stands: _, ...member }: CastMember): CastMember => member;

/** A cast where a change says who stands where: at whom it names, or at the hero. */
function placed(cast: Cast, named: Cast, prompt: string): Cast {
  const found = meaningsOf(prompt);
  const sides = [...namesOf(found, 'before'), ...namesOf(found, 'after')];
  const side = sides.find((name) => /left|right|behind|front/.test(name));
  return cast.map((member) => {
    const said = named.find(({ subject }) => subject === member.subject);
    const other = said?.stands ? like(named[said.stands.of], cast) : heroOf(cast);
    const free = side ?? (traitsOf(member.subject).worn ? 'on' : undefined);
    const where = said?.stands?.side ?? (named.length === 1 && said ? free : undefined);
    return where && other && other !== member
      ? { ...member, stands: { side: where, of: cast.indexOf(other) } }
      : member;
  });
}

/** The hero with new attributes where a change names no subject: 换成两只, “make it blue”. */
function withAttributes({ count: old, ...member }: CastMember, prompt: string): CastMember {
  const found = meaningsOf(prompt);
  const count = Math.max(0, ...namesOf(found, 'count')) + (SAID.oneMore.test(prompt) ? (old ?? 1) : 0);
  const [colour, size] = [namesOf(found, 'colour').at(-1), namesOf(found, 'size').at(-1)];
  const isOne = SAID.onlyOne.test(prompt.trim());
  return {
    ...member,
    ...(count > 1 ? { count: Math.min(MOST_OF_ONE, count) } : !isOne && old !== undefined && { count: old }),
    ...(colour && { colour }),
    ...(size && { size }),
  };
}

const meaningsOf = (prompt: string) => mentionsOf(prompt).flatMap(({ meanings }) => meanings ?? []);
