import { isAlive, isHuman, kindOf } from '../../library/subject-kinds.ts';
import { traitsOf } from '../../library/traits.ts';
import type { CastMember, ColourName, MotionName, Side } from '../../scene.ts';
import type { Meaning } from '../lexicon.ts';
import type { Mention } from '../mentions.ts';
import { endsHere, isBeforeWho, isFronted, isNoun, isOfNext, isOfPicture, whoIsBefore } from './nearby.ts';
import { dressed, standAside } from './sides.ts';
import { BODY, EQUIPMENT, SENSES } from '../vocabulary.ts';

/** More kinds, or more of one, have no room in a picture. */
export const MOST_IN_CAST = 4;
export const MOST_OF_ONE = 5;
/** How many words may stand between “on” or “behind” and the thing that it refers to. */
const NEAR = 6;
const NOTHING: Mention = { text: '', meanings: [], isEnglish: false };

interface Draft {
  subject: string;
  count: number;
  colour?: ColourName;
  size?: 'small' | 'large';
  stands?: { side: Side; of: number };
  motion?: MotionName;
  joined?: number;
  /** On which side of the picture, where no more is said. */
  aside?: Side;
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
  /** “On the table is”: who comes after the table stands there. */
  #fronted: Side | undefined;
  /** 左边一只猫: the side of who comes next. */
  #aside: Side | undefined;
  /** 两只猫，一只: what is said next is of one of them, or of the others. */
  #share: 'one' | 'rest' | undefined;
  /** Of several that are told apart, those of whom nothing is said yet. */
  #rest = -1;

  read(meaning: Meaning, at: number, mentions: readonly Mention[]): void {
    const [before, { text, meanings = [] } = NOTHING, next] = [mentions[at - 1], mentions[at], mentions[at + 1]];
    if (meaning.kind === 'motion' || meaning.kind === 'before') this.#endStrange();
    this.#isStrange = false;
    switch (meaning.kind) {
      case 'colour':
        if (text === 'oranges') this.#count = Math.max(2, this.#count);
        if (text === 'oranges' || (text === 'orange' && isNoun(next))) return this.#add('tangerine', at);
        if (this.#share && endsHere(mentions, at)) return this.#tellApart({ colour: meaning.name });
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
        if (meaning.name === 1 && !/^an?$/.test(text) && this.#areSeveral()) this.#share = 'one';
        return;
      case 'place':
        this.disown();
        // “On the grass with a dog”, but “on the kitchen table”.
        if (!next?.meanings?.every(({ kind }) => kind === 'subject')) this.#before = undefined;
        return;
      case 'before':
        if (text.endsWith('background') && this.#last > 0 && !/^\p{L}/u.test(next?.text ?? ''))
          return this.#relate(this.#last, 'behind', 0);
        if (isOfPicture(mentions, at)) return this.#standAside(meaning.name, whoIsBefore(mentions, at));
        if (/ (?:its|his|her|their) /.test(text)) return this.#toPronoun(meaning.name, at, next);
        if (/^(?:it|him|her|them)$/.test(next?.text ?? '')) return this.#toPronoun(meaning.name, at, mentions[at + 2]);
        if (isFronted(mentions, at)) this.#fronted = meaning.name;
        else if (this.#last >= 0) this.#before = { side: meaning.name, at, other: this.#last };
        return;
      case 'after':
        // 学生在下面: under what, nobody says.
        if (isOfPicture(mentions, at)) return this.#standAside(meaning.name, whoIsBefore(mentions, at));
        if (before?.text.endsWith('在')) return;
        this.#place(meaning.name, at, isBeforeWho(mentions, at));
        return;
      case 'subject':
        this.#add(meaning.name, at, before?.text === '的');
        return;
      case 'motion':
        if (this.#share && !isOfNext(mentions, at)) this.#tellApart({ motion: meaning.name });
        else if (this.#last >= 0) (this.#cast[this.#last] as Draft).motion ??= meaning.name;
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
      this.#before = this.#after = undefined;
    }
    if (/^(?:[和与跟]|and|while|who)$/.test(text)) this.#endStrange();
    this.#isStrange = text.length > 2 || /^\p{Script=Han}{2}$/u.test(text);
    if (/^(?:[和与跟、]|and)$/.test(text)) this.#joint = this.#last;
    this.#isAnother = text === 'another' || text.startsWith('另');
    if (/^(?:others?|rest|其[余他]|剩下)$/.test(text) && this.#areSeveral()) this.#share = 'rest';
  }

  finish(): readonly CastMember[] {
    const last = this.#cast[this.#last];
    if (last && this.#lateColour && !this.#cast.some(({ colour }) => colour)) last.colour = this.#lateColour;
    standAside(this.#cast);
    const kept = withoutDoubles(this.#cast).map(inItsSense).slice(0, MOST_IN_CAST);
    // 哥哥弹琴，妹妹跳舞: each has a verb; else what one does all do.
    const own = kept.flatMap(({ subject, motion }) => (isAlive(subject) && motion ? [motion] : []));
    const isEach = new Set(own).size > 1;
    const told = kept.map(({ subject, count, colour, size, stands, motion }) => ({
      subject,
      ...(colour && { colour }),
      ...(size && { size }),
      ...(isEach && motion && isAlive(subject) && { motion }),
      ...(count > 1 && { count }),
      ...(stands && stands.of < kept.length && { stands }),
    }));
    return dressed(told);
  }

  #add(subject: string, at: number, isDescribed = false): void {
    // A white horse and a black one are two.
    const differs = (one: string | undefined, other: string | undefined) => one && other && one !== other;
    const isOther = ({ colour, aside }: Draft) => differs(colour, this.#colour) || differs(aside, this.#aside);
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
    const isWorn = this.#before?.side === 'inside' && traitsOf(subject).worn;
    if (this.#before && !isWorn && near(this.#before)) this.#relate(this.#before.other, this.#before.side, index);
    else if (this.#after && near(this.#after)) this.#relate(index, this.#after.side, this.#after.other);
    else if (!isKnown) this.#joinThere(index);
    if (!isKnown) member.joined = this.#joint;
    // 戴着帽子的猫
    const garment = this.#cast[this.#last];
    if (isDescribed && garment && traitsOf(garment.subject).worn && isAlive(subject) && !garment.stands)
      garment.stands = { side: 'on', of: index };
    if (this.#aside) member.aside ??= this.#aside;
    this.#joint = -1;
    this.#before = undefined;
    this.#after = this.#fronted && { side: this.#fronted, at, other: index };
    this.#fronted = this.#aside = undefined;
    this.#last = index;
    this.#rest = -1;
    this.#lastAt = at;
    this.#forget();
  }

  /** 床在电视的左边: the bed, named first, stands left of the television, named last. 桌上有猫: the cat comes later. */
  #place(side: Side, at: number, isNext: boolean): void {
    if (at - this.#lastAt > 2) return;
    const earlier = this.#cast.findLastIndex(({ stands }, index) => index !== this.#last && !stands);
    if (earlier >= 0 && !isNext) this.#relate(earlier, side, this.#last);
    else this.#after = { side, at, other: this.#last };
  }

  #relate(index: number, side: Side, of: number): void {
    const [member, other] = [this.#cast[index], this.#cast[of]];
    // Two that stand at each other would have no place.
    if (!member || !other || member === other || member.stands || other.stands?.of === index) return;
    member.stands = { side, of };
    if (side === 'on') this.#relate(member.joined ?? -1, side, of);
  }

  /** 桌上有书和杯子: who is named with somebody is where that one is. */
  #joinThere(index: number): void {
    const stands = this.#joint === this.#last ? this.#cast[this.#joint]?.stands : undefined;
    if (stands) this.#relate(index, stands.side, stands.of);
  }

  /** “A table with a cup on it”, “behind it a cat”: it was named before, and so was who is there, or comes next. */
  #toPronoun(side: Side, at: number, next: Mention | undefined): void {
    if (!next || /^\p{P}/u.test(next.text)) this.#relate(this.#last, side, 0);
    else if (this.#last >= 0) this.#after = { side, at, other: this.#last };
  }

  #standAside(side: Side, who: 'known' | 'strange' | undefined): void {
    if (who === 'strange') return;
    const member = this.#cast[this.#last];
    if (!who || !member) this.#aside = side;
    else if (!member.aside) member.aside = side;
    // A cat on the left and a cat on the right are two.
    else this.#last = this.#cast.push({ subject: member.subject, count: 1, aside: side }) - 1;
  }

  /** “Two cats, one black and one white”: the first says it of one of them, the next ones of others. */
  #tellApart(said: Pick<Draft, 'colour' | 'motion'>): void {
    if (this.#rest >= 0) this.#last = this.#rest;
    this.#rest = -1;
    const member = this.#cast[this.#last] as Draft;
    if (this.#share === 'one' && member.count > 1) {
      this.#rest = this.#cast.push({ ...member, count: member.count - 1 }) - 1;
      member.count = 1;
    }
    Object.assign(member, said);
    this.#share = undefined;
  }

  #areSeveral(): boolean {
    return this.#rest >= 0 || (this.#cast[this.#last]?.count ?? 1) > 1;
  }

  #forget(): void {
    this.#colour = undefined;
    this.#size = undefined;
    this.#count = 1;
    this.#isAnother = false;
    this.#share = undefined;
  }
}

/** A bat beside a ball is none that flies. */
function inItsSense(member: Draft, _: number, cast: readonly Draft[]): Draft {
  const [beside = '', other = member.subject] = SENSES[member.subject] ?? [];
  return cast.some(({ subject }) => beside.split(' ').includes(subject)) ? { ...member, subject: other } : member;
}

/** “A man is playing golf” names one person, not a man and a golfer; a panda that does it has what it takes. */
function withoutDoubles(cast: readonly Draft[]): readonly Draft[] {
  const isDoing = ({ subject }: Draft) =>
    /^(person-|horse-racing|skier|woman-dancing)/.test(subject) && kindOf(subject) === 'figure';
  if (cast.some(({ subject }) => isAlive(subject) && !isHuman(subject)))
    return cast.flatMap((member) => {
      const needed = EQUIPMENT[member.subject];
      if (needed === undefined) return [member];
      return needed === '' || cast.some(({ subject }) => subject === needed) ? [] : [{ ...member, subject: needed }];
    });
  if (!cast.some(isDoing) || cast.some(({ stands }) => stands)) return cast;
  return cast.filter(({ subject }) => !/^(person|man|woman|boy|girl|child)$/.test(subject));
}
