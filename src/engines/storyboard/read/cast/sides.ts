import { isAlive } from '../../library/subject-kinds.ts';
import { traitsOf } from '../../library/traits.ts';
import type { CastMember, Side } from '../../scene.ts';

/** Somebody of whom a prompt may only say on which side of the picture they are. */
interface Placed {
  aside?: Side;
  stands?: { side: Side; of: number };
}

/** Puts those of whom only the side is known beside one another, the others between them. */
export function standAside(cast: readonly Placed[]): void {
  const free = cast.filter(({ stands }) => !stands);
  const row = (['left', undefined, 'right'] as const).flatMap((side) => free.filter(({ aside }) => aside === side));
  row.forEach((member, at) => {
    const other = member.aside && row[member.aside === 'left' ? at + 1 : at - 1];
    if (!member.aside || !other || (other.stands && cast[other.stands.of] === member)) return;
    member.stands = { side: member.aside, of: cast.indexOf(other) };
  });
}

/** A cast in which something to wear is on who is named before it, or else after it. */
export function dressed(cast: readonly CastMember[]): readonly CastMember[] {
  const isWearer = ({ subject }: CastMember) => isAlive(subject);
  return cast.map((member, at) => {
    if (member.stands || !traitsOf(member.subject).worn) return member;
    const before = cast.slice(0, at).findLastIndex(isWearer);
    const of = before >= 0 ? before : cast.findIndex(isWearer);
    const wearer = cast[of];
    // Who is in a hat that they do not wear, and one who carries many.
    if (!wearer || wearer.stands?.of === at || wearer.count !== member.count) return member;
    return { ...member, stands: { side: 'on', of } };
  });
}

/** A cast without some of it, in which nobody stands at one of these, and the others stand where they did. */
export function without<Member extends Placed>(cast: readonly Member[], gone: readonly Member[]): readonly Member[] {
  const stay = cast.filter((member) => !gone.includes(member));
  return stay.map(({ stands, ...member }) => {
    const of = stands ? stay.indexOf(cast[stands.of] as Member) : -1;
    return (stands && of >= 0 ? { ...member, stands: { ...stands, of } } : member) as Member;
  });
}
