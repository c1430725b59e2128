import { isAlive, isHuman, kindOf } from '../library/subject-kinds.ts';
import type { CastMember, ColourName, MotionName, Side } from '../scene.ts';
import type { Meaning } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { BODY, EQUIPMENT, SENSES } from './vocabulary.ts';

/** More kinds, or more of one, have no room in a picture. */
export const MOST_IN_CAST = 4;
export const MOST_OF_ONE = 5;
/** How many words may stand between “on” or “behind” and the thing that it refers to. */
const NEAR = 6;
/** Who is in these wears them. */
const CLOTHES = /^(?:dress|scarf|coat|jeans|kimono|sari|bikini|(?:t-|running-)shirt|safety-vest|.*-hat|billed-cap)$/;
const NOTHING: Mention = { text: '', meanings: [], isEnglish: false };

interface Draft {
  subject: string;
  count: number;
  colour?: ColourName;
  size?: 'small' | 'large';
  stands?: { side: Side; of: number };
  motion?: MotionName;
  joined?: number;
}

interface Relation {
  readonly side: Side;
  readonly at: number;
  /** The one that was named before the word of relation. */
  readonly other: number;
}

/** Who and what a prompt names, with their number, colour and size, and where they stand. */
export function readCast(mentions: readonly Mention[]): readonly CastMember[] {
  const reader = new CastReader();
  mentions.forEach((mention, index) => {
    for (const meaning of mention.meanings ?? []) reader.read(meaning, index, mentions);
    if (mention.meanings === undefined) reader.skip(mention.text);
    if (BODY.has(mention.text)) reader.disown();
  });
  return reader.finish();
}

class CastReader {
  readonly #cast: Draft[] = [];
  #colour: ColourName | undefined;
  #lateColour: ColourName | undefined;
  #size: 'small' | 'large' | undefined;
  #count = 1;
  #isAnother = false;
  /** The word before is not known: the number was of that. */
  #isStrange = false;
  #lastAt = -99;
  #last = -1;
  /** Who was named before “and”. */
  #joint = -1;
  /** English: “on the left of”; what comes next is what somebody stands at. */
  #before: Relation | undefined;
  /** Chinese: 桌上; what comes next stands there. */
  #after: Relation | undefined;

  read(meaning: Meaning, at: number, mentions: readonly Mention[]): void {
    const [before, { text, meanings = [] } = NOTHING, next] = [mentions[at - 1], mentions[at], mentions[at + 1]];
    if (meaning.kind === 'motion' || meaning.kind === 'before') this.#endStrange();
    this.#isStrange = false;
    switch (meaning.kind) {
      case 'colour':
        if (text === 'oranges') this.#count = Math.max(2, this.#count);
        if (text === 'oranges' || (text === 'orange' && isNoun(next))) return this.#add('tangerine', at);
        this.#colour = meaning.name;
        if (this.#last >= 0) this.#lateColour ??= meaning.name;
        return;
      case 'size':
        if (/^bab(?:y|ies)$/.test(text) && isNoun(next)) return this.#add('baby', at);
        this.#size = meaning.name;
        return;
      case 'count':
        // The plural of “three girls” says no more than the number.
        this.#count = Math.min(MOST_OF_ONE, meanings.length > 1 ? Math.max(this.#count, meaning.name) : meaning.name);
        return;
      case 'place':
        this.disown();
        // “On the grass with a dog”, but “on the kitchen table”.
        if (!next?.meanings?.every(({ kind }) => kind === 'subject')) this.#before = undefined;
        return;
      case 'before':
        if (text.endsWith('background') && this.#last > 0 && !/^\p{L}/u.test(next?.text ?? ''))
          return this.#relate(this.#last, 'behind', 0);
        if (this.#last >= 0) this.#before = { side: meaning.name, at, other: this.#last };
        return;
      case 'after':
        // 学生在下面: under what, nobody says.
        if (before?.text.endsWith('在')) return;
        this.#place(meaning.name, at);
        return;
      case 'subject':
        this.#add(meaning.name, at);
        return;
      case 'motion':
        if (this.#last >= 0) (this.#cast[this.#last] as Draft).motion ??= meaning.name;
        return;
      default:
        return;
    }
  }

  /** “In a blue shirt playing”: what was said of a noun that nobody knows is not of the next one. */
  #endStrange(): void {
    if (!this.#isStrange) return;
    this.disown();
    this.#before = undefined;
  }

  /** “In a green meadow”, 蓝眼睛: the colour is not of who is there. */
  disown(): void {
    if (this.#colour === this.#lateColour) this.#lateColour = undefined;
    this.#forget();
  }

  /** A word that nobody knows. The end of a clause ends what was said of the next noun. */
  skip(text: string): void {
    if (/^[。！？.!?;；]/.test(text)) {
      this.#forget();
      this.#before = undefined;
    }
    if (/^(?:[和与跟]|and|while|who)$/.test(text)) this.#endStrange();
    this.#isStrange = text.length > 2 || /^\p{Script=Han}{2}$/u.test(text);
    if (/^(?:[和与跟、]|and)$/.test(text)) this.#joint = this.#last;
    this.#isAnother = text === 'another' || text.startsWith('另');
  }

  finish(): readonly CastMember[] {
    const last = this.#cast[this.#last];
    if (last && this.#lateColour && !this.#cast.some(({ colour }) => colour)) last.colour = this.#lateColour;
    const kept = withoutDoubles(this.#cast).map(inItsSense).slice(0, MOST_IN_CAST);
    // 哥哥弹琴，妹妹跳舞: each has a verb; else what one does all do.
    const own = kept.flatMap(({ subject, motion }) => (isAlive(subject) && motion ? [motion] : []));
    const isEach = new Set(own).size > 1;
    return kept.map(({ count, stands, motion, joined: _, ...member }) => ({
      ...member,
      ...(isEach && motion && isAlive(member.subject) && { motion }),
      ...(count > 1 && { count }),
      ...(stands && stands.of < kept.length && { stands }),
    }));
  }

  #add(subject: string, at: number): void {
    // A white horse and a black one are two.
    const isOther = ({ colour }: Draft) => colour && this.#colour && colour !== this.#colour;
    let index = this.#cast.findIndex((member) => member.subject === subject && !isOther(member));
    const isKnown = index >= 0;
    if (!isKnown) index = this.#cast.push({ subject, count: this.#count }) - 1;
    const member = this.#cast[index] as Draft;
    if (isKnown && this.#isAnother) member.count = Math.min(MOST_OF_ONE, member.count + 1);
    if (this.#colour && !member.colour) {
      member.colour = this.#colour;
      this.#lateColour = undefined;
    }
    if (this.#size) member.size ??= this.#size;
    const near = (relation: Relation | undefined) => relation && at - relation.at <= NEAR && relation.other !== index;
    const isWorn = this.#before?.side === 'inside' && CLOTHES.test(subject);
    if (this.#before && !isWorn && near(this.#before)) this.#relate(this.#before.other, this.#before.side, index);
    else if (this.#after && near(this.#after)) this.#relate(index, this.#after.side, this.#after.other);
    if (!isKnown) member.joined = this.#joint;
    this.#joint = -1;
    this.#before = undefined;
    this.#after = undefined;
    this.#last = index;
    this.#lastAt = at;
    this.#forget();
  }

  /** 床在电视的左边: the bed, named first, stands left of the television, named last. 桌上有猫: the cat comes later. */
  #place(side: Side, at: number): void {
    if (at - this.#lastAt > 2) return;
    const earlier = this.#cast.findLastIndex(({ stands }, index) => index !== this.#last && !stands);
    if (earlier >= 0) this.#relate(earlier, side, this.#last);
    else this.#after = { side, at, other: this.#last };
  }

  #relate(index: number, side: Side, of: number): void {
    const [member, other] = [this.#cast[index], this.#cast[of]];
    // Two that stand at each other would have no place.
    if (!member || !other || member.stands || other.stands?.of === index) return;
    member.stands = { side, of };
    if (side === 'on') this.#relate(member.joined ?? -1, side, of);
  }

  #forget(): void {
    this.#colour = undefined;
    this.#size = undefined;
    this.#count = 1;
    this.#isAnother = false;
  }
}

/** A bat beside a ball is none that flies. */
function inItsSense(member: Draft, _: number, cast: readonly Draft[]): Draft {
  const [beside = '', other = member.subject] = SENSES[member.subject] ?? [];
  return cast.some(({ subject }) => beside.split(' ').includes(subject)) ? { ...member, subject: other } : member;
}

/** “A man is playing golf” names one person, not a man and a golfer; a panda that does it has what it takes. */
function withoutDoubles(cast: readonly Draft[]): readonly Draft[] {
  const isOf = (subject: string) => (other: Draft) => other.subject === subject;
  const isDoing = ({ subject }: Draft) =>
    /^(person-|horse-racing|skier|woman-dancing)/.test(subject) && kindOf(subject) === 'figure';
  if (cast.some(({ subject }) => isAlive(subject) && !isHuman(subject)))
    return cast
      .map((member) => ({ ...member, subject: EQUIPMENT[member.subject] ?? member.subject }))
      .filter(({ subject, colour }, at, all) => subject && (colour || all.findIndex(isOf(subject)) === at));
  if (!cast.some(isDoing) || cast.some(({ stands }) => stands)) return cast;
  return cast.filter(({ subject }) => !/^(person|man|woman|boy|girl|child)$/.test(subject));
}

/** “An orange on a plate”: where no noun follows, the colour is the fruit. */
function isNoun(next: Mention | undefined): boolean {
  if (!next) return true;
  if (next.meanings)
    return next.meanings.some(({ kind, name }) => kind === 'before' || kind === 'motion' || name === 'tabletop');
  return /^[^a-z]/.test(next.text) || /^(and|fruit|is|with)$/.test(next.text);
}
