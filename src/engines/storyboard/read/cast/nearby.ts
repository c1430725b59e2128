import { means, type Mention } from '../mentions.ts';

const BREAK = /^(?:[\p{P}\n]+|and|while|[和与跟而])$/u;
const EXISTS = /^[有是放摆站坐躺趴挂停长住飞飘漂]/u;

/** “On the left”, 在左边: of the picture, where nothing is named that it is the left of. */
export function isOfPicture(mentions: readonly Mention[], at: number): boolean {
  const [before, { text, isEnglish } = { text: '', isEnglish: false }] = [mentions[at - 1], mentions[at]];
  if (isEnglish) return /^(?:on|to|at) the (?:left|right)(?: side)?$/.test(text);
  return /^[左右]/u.test(text) && !means(before, 'subject') && !/^[的它他她]/u.test(before?.text ?? '');
}

/** Whether somebody is named before a word in its clause, if only one whom nobody knows: 猫在左边, and not 左边有一只猫. */
export function whoIsBefore(mentions: readonly Mention[], at: number): 'known' | 'strange' | undefined {
  const clause = clauseBefore(mentions, at);
  if (clause.some((each) => means(each, 'subject'))) return 'known';
  return clause.some(({ meanings }) => meanings?.[0]?.kind === 'count') ? 'strange' : undefined;
}

/** 桌子上有书, unlike 猫在桌子上: who is there is named next. */
export function isBeforeWho(mentions: readonly Mention[], at: number): boolean {
  const isAt = clauseBefore(mentions, at).some(({ text }) => text.endsWith('在'));
  const next = mentions[at + 1];
  return !isAt && (EXISTS.test(next?.text ?? '') || next?.meanings?.[0]?.kind === 'count');
}

/** What follows but for 的. */
export function afterOf(mentions: readonly Mention[], at: number): Mention | undefined {
  return mentions.slice(at + 1).find(({ text }) => text !== '的');
}

/** Whether no noun follows that a colour may be of. */
export function endsHere(mentions: readonly Mention[], at: number): boolean {
  const [next, then] = mentions.slice(at + 1).filter(({ text }) => text !== '的');
  // “A red and white cat” is one.
  if (!next || /^(?:and|[和与])$/.test(next.text)) return !means(then, 'colour');
  return /^[\p{P}\n]/u.test(next.text) || (next.meanings?.[0]?.kind === 'count' && !means(next, 'subject'));
}

/** “An orange on a plate”: where no noun follows, the colour is the fruit. */
export function isNoun(next: Mention | undefined): boolean {
  if (next?.meanings) return means(next, 'before', 'motion') || next.meanings.some(({ name }) => name === 'tabletop');
  return !next || /^[^a-z]|^(?:and|fruit|is|with)$/.test(next.text);
}

function clauseBefore(mentions: readonly Mention[], at: number): readonly Mention[] {
  return mentions.slice(mentions.slice(0, at).findLastIndex(({ text }) => BREAK.test(text)) + 1, at);
}
