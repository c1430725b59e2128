import { isAlive, isHuman } from '../../library/subject-kinds.ts';
import { traitsOf } from '../../library/traits.ts';
import type { CastMember, ColourName, Side } from '../../scene.ts';
import type { Meaning } from '../lexicon.ts';
import { means, type Mention } from '../mentions.ts';
import { endsHere, isBeforeWho, isNoun, afterOf, isOfPicture, whoIsBefore } from './nearby.ts';
import { castOf, type Draft, MOST_OF_ONE } from './draft.ts';
import { standAside } from './sides.ts';
import { BODY } from '../vocabulary.ts';

/** How many words may stand between “on” or “behind” and the thing that it refers to. */
const NEAR = 6;

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
    if (mention.meanings === undefined) reader.skip(mention.text, mentions[index + 1]?.text);
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
  /** The one named last has been counted with one who was named before. */
  #isOneMore = false;
  /** The word before is not known: the number was of that. */
  #isStrange = false;
  #lastAt = -99;
  #verbAt = -99;
  #deedAt = -99;
  #last = -1;
  /** Who was named before “and”. */
  #joint = -1;
  /** English: “on the left of”; what comes next is what somebody stands at. */
  #before: Relation | undefined;
  /** Chinese: 桌上; what comes next stands there. */
  #after: Relation | undefined;
  /** 左边一只猫: the side of who comes next. */
  #aside: Side | undefined;
  /** 两只猫，一只: what is said next is of so many of them, or of all the others. */
  #share: number | undefined;
  /** Of several that are told apart, those of whom nothing is said yet. */
  #rest = -1;

  read(meaning: Meaning, at: number, mentions: readonly Mention[]): void {
    const [before, { text, meanings = [] }, next] = [mentions[at - 1], mentions[at] as Mention, mentions[at + 1]];
    if (meaning.kind === 'motion' || meaning.kind === 'before') this.#endStrange();
    this.#isStrange = false;
    switch (meaning.kind) {
      case 'colour':
        this.#readColour(meaning.name, at, mentions);
        return;
      case 'size':
        if (/^bab(?:y|ies)$/.test(text) && (isNoun(next) || next?.text.endsWith('ing'))) return this.#add('baby', at);
        this.#size = meaning.name;
        return;
      case 'count':
        // The plural of “three girls” says no more than the number.
        this.#count = Math.min(MOST_OF_ONE, meanings.length > 1 ? Math.max(this.#count, meaning.name) : meaning.name);
        if (!/^an?$/.test(text) && meaning.name < this.#most()) this.#share = meaning.name;
        if (this.#joint >= 0 && this.#joint === this.#last) this.#isAnother = true;
        return;
      case 'weather':
      case 'place':
        this.disown();
        // “On the grass with a dog”, but “on the kitchen table”.
        if (!next?.meanings?.every(({ kind }) => kind === 'subject')) this.#before = undefined;
        return;
      case 'before':
        if (text.endsWith('background') && means(before, 'subject') && !/^\p{L}/u.test(next?.text ?? ''))
          return this.#relate(this.#last, 'behind', 0);
        if (isOfPicture(mentions, at)) return this.#standAside(meaning.name, whoIsBefore(mentions, at));
        if (/ (?:its|his|her|their) /.test(text)) return this.#toPronoun(meaning.name, at, next);
        if (/^(?:it|him|her|them)$/.test(next?.text ?? '')) return this.#toPronoun(meaning.name, at, mentions[at + 2]);
        if (this.#last >= 0) this.#before = { side: meaning.name, at, other: this.#doer(this.#last) };
        return;
      case 'after':
        // 学生在下面: under what, nobody says.
        if (isOfPicture(mentions, at)) return this.#standAside(meaning.name, whoIsBefore(mentions, at));
        if (before?.text.endsWith('在') && meanings.length === 1) return;
        this.#place(meaning.name, at, isBeforeWho(mentions, at));
        return;
      case 'subject':
        // A cat that works as a cook is no cook beside it.
        if (mentions[at - 2]?.text === 'as' && isHuman(meaning.name) && this.#last >= 0) return;
        if (this.#share && traitsOf(meaning.name).worn) return this.#wear(meaning.name, at);
        this.#add(meaning.name, at, before?.text === '的');
        return;
      case 'motion':
        // “A cup steaming” does that itself; “sits” is what somebody does who was named before it.
        if (!/ing(?: |$)/.test(text) || /^(?:is|are|,)$/.test(before?.text ?? '')) this.#verbAt = at;
        // “One running dog”: what it does says which is meant.
        if (this.#share && !means(afterOf(mentions, at), 'subject')) this.#tellApart({ motion: meaning.name });
        else if (this.#last >= 0) (this.#cast[this.#last] as Draft).motion ??= meaning.name;
        this.#deedAt = at;
        return;
      default:
        return;
    }
  }

  #readColour(colour: ColourName, at: number, mentions: readonly Mention[]): void {
    if (mentions[at]?.text === 'orange' && isNoun(mentions[at + 1])) return this.#add('tangerine', at);
    this.#colour = colour;
    if (endsHere(mentions, at)) {
      const counted = mentions.slice(0, at).findLast(({ meanings }) => meanings?.length !== 0);
      const isCounted = counted?.meanings?.length === 1 && means(counted, 'count');
      if (isCounted && this.#most() > 1) this.#share ??= this.#count;
      if (this.#share) return this.#tellApart({ colour });
      // 一只红的猫，两个绿的: of the same kind.
      const last = this.#cast[this.#last];
      if (isCounted && last?.colour) return this.#add(last.subject, at);
    }
    if (this.#last >= 0) this.#lateColour ??= colour;
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
  skip(text: string, next = ''): void {
    if (text === ',' && /^(?:with|while|as|and|its|his|her|their|an?|the)$/.test(next)) this.#before = undefined;
    if (/^[。！？.!?;；]/.test(text)) {
      this.#forget();
      this.#before = this.#after = undefined;
    }
    if (/^(?:[和与跟]|and|while|who)$/.test(text)) this.#endStrange();
    this.#isStrange = text.length > 2 || /^\p{Script=Han}{2}$/u.test(text);
    if (/^(?:[和与跟、]|and)$/.test(text)) this.#joint = this.#last;
    this.#isAnother ||= text === 'another' || text.startsWith('另');
    if (/^(?:others?|rest|其[余他]|剩下)$/.test(text) && this.#most() > 1) this.#share = Infinity;
  }

  finish(): readonly CastMember[] {
    const last = this.#cast[this.#last];
    if (last && this.#lateColour && !this.#cast.some(({ colour }) => colour)) last.colour = this.#lateColour;
    standAside(this.#cast);
    return castOf(this.#cast);
  }

  #add(subject: string, at: number, isDescribed = false): void {
    // A white horse and a black one are two.
    const differs = (one: string | undefined, other: string | undefined) => one && other && one !== other;
    const isOther = ({ colour, aside }: Draft) => differs(colour, this.#colour) || differs(aside, this.#aside);
    let index = this.#cast.findIndex((member) => member.subject === subject && !isOther(member));
    const isKnown = index >= 0;
    if (!isKnown) index = this.#cast.push({ subject, count: this.#count, at }) - 1;
    const member = this.#cast[index] as Draft;
    this.#isOneMore = isKnown && this.#isAnother;
    if (this.#isOneMore) member.count = Math.min(MOST_OF_ONE, member.count + 1);
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
    this.#after = this.#aside = undefined;
    this.#last = index;
    this.#rest = -1;
    this.#lastAt = at;
    this.#forget();
  }

  /** 床在电视的左边: the bed, named first, stands left of the television, named last. 桌上有猫: the cat comes later. */
  #place(side: Side, at: number, isNext: boolean): void {
    if (at - this.#lastAt > 2) return;
    const earlier = this.#cast.findLastIndex(({ stands }, index) => index !== this.#last && !stands);
    if (earlier >= 0 && !isNext) this.#relate(this.#doer(earlier), side, this.#last);
    else this.#after = { side, at, other: side === 'right' ? this.#doer(this.#last) : this.#last };
  }

  /** Who is at what is named next: “a cat in a hat sits on” is of the cat. */
  #doer(index: number): number {
    const member = this.#cast[index];
    if (!member || isAlive(member.subject)) return index;
    // “Playing the guitar by a fire” says where who plays is.
    const isHeld = this.#deedAt < member.at && member.at - this.#deedAt <= 4;
    if (this.#verbAt < member.at && !isHeld && !traitsOf(member.subject).worn) return index;
    const doer = this.#cast.slice(0, index).findLastIndex(({ subject }) => isAlive(subject));
    return doer < 0 ? index : doer;
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
    else {
      if (this.#isOneMore) member.count--;
      this.#last = this.#cast.push({ subject: member.subject, count: 1, at: member.at, aside: side }) - 1;
    }
  }

  /** “Two cats, one black and one white”: the first says it of one of them, the next ones of others. */
  #tellApart(said: Pick<Draft, 'colour' | 'motion'>): void {
    if (this.#rest >= 0) this.#last = this.#rest;
    this.#rest = -1;
    const member = this.#cast[this.#last] as Draft;
    const { count } = member;
    if (this.#share && this.#share < count) {
      this.#rest = this.#cast.push({ ...member, count: count - this.#share }) - 1;
      member.count = this.#share;
    }
    Object.assign(member, said);
    this.#forget();
  }

  /** 一个戴红帽子: what only some of them have on. */
  #wear(garment: string, at: number): void {
    const colour = this.#colour;
    this.#tellApart({});
    const { count } = this.#cast[this.#last] as Draft;
    this.#cast.push({ subject: garment, count, at, ...(colour && { colour }), stands: { side: 'on', of: this.#last } });
  }

  /** A smaller number is of some of those who were named. */
  #most(): number {
    return this.#rest >= 0 ? Infinity : (this.#cast[this.#last]?.count ?? 1);
  }

  #forget(): void {
    this.#colour = undefined;
    this.#size = undefined;
    this.#count = 1;
    this.#isAnother = false;
    this.#share = undefined;
  }
}
