import { placeTraits } from '../places/index.ts';
import type { CastMember } from '../scene.ts';
import { heroOf } from './complete-scene.ts';
import { mentionsOf } from './mentions.ts';
import { MOST_IN_CAST } from './read-cast.ts';
import type { PartialScene } from './partial-scene.ts';

/** Words that speak of the picture before. */
const OF_BEFORE =
  /改成|改为|改到|改一下|换成|换到|换个|换一|变成|变为|调成|刚才|刚刚|上一个|上个|那个视频|这个视频|再来|再画|再加|加上|加一|添|去掉|不要|别让|删掉|拿掉|让它|让他|让她|\b(?:make (?:it|him|her|them|that)|change|turn (?:it|them|that)|switch|instead|same (?:but|scene|one|thing|again)|again|one more time|add|remove|without|replace|now|this time|drop the|get rid of)\b/iu;
const REMOVES = /去掉|不要|删掉|拿掉|别|停|没有|\b(?:remove|without|no|drop|get rid of|stop)\b/iu;
const ADDS = /再加|加上|加一|加个|添|再来一[只个条]|旁边|\b(?:add|also|as well|too|another)\b/iu;
const ONLY_ONE = /一只就|只要一|就一|(?:换成|改成|变成)一[只个条位匹头]?$|\b(?:just|only) one\b/iu;
const BEGINS_WITH_PLACE = /^\s*(?:在|到|去|in|at|on|to|into|under)(?![a-z])/iu;
/** What a prompt of nothing but changes may hold. */
const CHANGES = new Set('weather time camera style motion slow count colour size prop before after'.split(' '));

/** 晚上 or “in watercolour” alone is a change; what names somebody, or a place by itself, is a picture of its own. */
export function isChange({ cast, place, unknown }: PartialScene, prompt: string): boolean {
  if (OF_BEFORE.test(prompt)) return true;
  if (cast.length > 0 || unknown.length > 0) return false;
  if (place !== undefined && !BEGINS_WITH_PLACE.test(prompt)) return false;
  const mentions = mentionsOf(prompt);
  const kinds = mentions.flatMap(({ meanings }) => meanings ?? []).map(({ kind }) => kind);
  const strange = mentions.filter(({ meanings, text }) => meanings === undefined && /^[\p{L}\p{N}]{2,}/u.test(text));
  return kinds.some((kind) => CHANGES.has(kind) && kind !== 'before') && strange.length <= 1;
}

/** A scene with what its prompt leaves open taken from the one before it. */
export function carriedOver(partial: PartialScene, prompt: string, before: PartialScene): PartialScene {
  const stays = partial.place === undefined || partial.place === before.place;
  const isRemoved = REMOVES.test(prompt) && partial.cast.length === 0;
  const { usualTime, usualWeather } = partial.place === undefined ? {} : placeTraits(partial.place);
  // Who floats because there is no floor walks again where there is one.
  const isForced = before.place !== undefined && placeTraits(before.place).withoutFloor === before.motion;
  // 让它们跑 is for all, whatever each did.
  const cast = partial.motion ? before.cast.map(({ motion: _, ...member }) => member) : before.cast;
  return {
    cast: changedCast(partial, prompt, cast),
    place: partial.place ?? before.place,
    weather:
      isRemoved && partial.weather
        ? 'clear'
        : (partial.weather ?? (stays || !usualWeather ? before.weather : undefined)),
    time: partial.time ?? (stays || !usualTime ? before.time : undefined),
    motion: partial.motion ?? (stays || !isForced ? before.motion : undefined),
    camera: partial.camera ?? before.camera,
    style: partial.style ?? before.style,
    isSlow: partial.isSlow || before.isSlow,
    props: isRemoved
      ? before.props.filter((prop) => !partial.props.includes(prop))
      : [...new Set([...before.props, ...partial.props])],
    unknown: partial.unknown,
  };
}

function changedCast(
  { cast, unknown }: PartialScene,
  prompt: string,
  before: readonly CastMember[],
): readonly CastMember[] {
  const hero = heroOf(before);
  const isThere = ({ subject }: CastMember) => before.some((other) => other.subject === subject);
  const fresh = cast.filter((member) => !isThere(member));
  if (cast.length === 0) {
    // A thing that can't be drawn replaces the hero, and nothing is drawn in its place.
    if (unknown.length > 0 && !ADDS.test(prompt)) return without(before, hero ? [hero.subject] : []);
    return before.map((member) => (member === hero ? withAttributes(member, prompt) : member));
  }
  const named = cast.map(({ subject }) => subject);
  if (REMOVES.test(prompt) && fresh.length === 0) return without(before, named);
  const renewed = before.map((member) => ({ ...member, ...cast.find(({ subject }) => subject === member.subject) }));
  if (fresh.length === 0) return renewed;
  if (ADDS.test(prompt)) return [...renewed, ...fresh.map(freed)].slice(0, MOST_IN_CAST);
  // 把猫换成狗: the cat goes, which is named too.
  const leaves = before.find(({ subject }) => named.includes(subject)) ?? hero;
  if (!leaves) return fresh.map(freed);
  const [first, ...others] = fresh.map(freed);
  const replaced = before.map((member) =>
    member === leaves && first ? { ...first, ...(member.stands && { stands: member.stands }) } : member,
  );
  return [...replaced, ...others].slice(0, MOST_IN_CAST);
}

/** Without its place beside another member: that one has another index in the cast of before. */
function freed({ stands: _, ...member }: CastMember): CastMember {
  return member;
}

function without(cast: readonly CastMember[], subjects: readonly string[]): readonly CastMember[] {
  const stay = cast.filter(({ subject }) => !subjects.includes(subject));
  return stay.map(({ stands, ...member }) => {
    const other = stands && cast[stands.of];
    const of = other ? stay.indexOf(other) : -1;
    return stands && of >= 0 ? { ...member, stands: { ...stands, of } } : member;
  });
}

/** The hero with new attributes where a change names no subject: 换成两只, “make it blue”. */
function withAttributes(member: CastMember, prompt: string): CastMember {
  const found = mentionsOf(prompt).flatMap(({ meanings }) => meanings ?? []);
  const counts = found.flatMap((each) => (each.kind === 'count' ? [each.name] : []));
  const colour = found.flatMap((each) => (each.kind === 'colour' ? [each.name] : [])).at(-1);
  const size = found.flatMap((each) => (each.kind === 'size' ? [each.name] : [])).at(-1) ?? comparedSize(prompt);
  const count = Math.max(0, ...counts);
  const { count: old, ...others } = member;
  const isOne = ONLY_ONE.test(prompt.trim());
  return {
    ...others,
    ...(count > 1 ? { count } : !isOne && old !== undefined && { count: old }),
    ...(colour && { colour }),
    ...(size && { size }),
  };
}

function comparedSize(prompt: string): CastMember['size'] {
  if (/\b(?:bigger|larger)\b|大一点|大一些|更大/iu.test(prompt)) return 'large';
  return /\b(?:smaller)\b|小一点|小一些|更小/iu.test(prompt) ? 'small' : undefined;
}
