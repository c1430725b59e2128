import CHANGES from '../read/changes.json' with { type: 'json' };
import { readScene } from '../read/read-scene.ts';
import PHRASES from './phrases.json' with { type: 'json' };

type Talk = keyof typeof PHRASES.talk;

/** How each begins: what nobody wants a picture of, as a whole prompt without its marks. */
const TALK = Object.entries(PHRASES.talk).map(([talk, start]) => ({
  talk: talk as Talk,
  start: new RegExp(start, 'u'),
}));
/** What may stand beside it, to address somebody or to be kind. */
const BESIDE = new RegExp(PHRASES.beside, 'gu');
/**
 * The words that a page adds to every prompt while a style is in force, as its list has them; a greeting stays one with
 * them. Who writes more (谢谢，换成水墨风格) asks for a picture.
 */
const STYLE_IN_FORCE = new RegExp(PHRASES.styleInForce, 'u');
const ADDRESSED = /^ *(?:小猫咪?|kitten|kitty|there|a lot|so much|very much)?/u;
const OF_BEFORE = new RegExp(CHANGES.ofBefore, 'iu');

/** A warm answer to a greeting, thanks and the like; undefined where there may be something to draw. */
export function answerTo(prompt: string): string | undefined {
  const said = prompt
    .toLowerCase()
    .replace(STYLE_IN_FORCE, '')
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{N}' ]+/gu, ' ')
    .trim();
  const found = TALK.find(({ start, talk }) => isOnly(said, start, talk));
  return found && PHRASES[/\p{Script=Han}/u.test(said) ? 'zh' : 'en'][found.talk];
}

/** Whether nothing is said besides. 真好看的小猫 is a kitten to draw, 你好，小猫 is none. */
function isOnly(said: string, words: RegExp, talk: Talk): boolean {
  const [start] = words.exec(said) ?? [];
  if (start === undefined) return false;
  const rest = said.slice(start.length);
  if (talk === 'praise' && /小猫|的/u.test(rest)) return false;
  const after = rest.replaceAll(BESIDE, '').trim();
  if (after === '' || answersItself(after)) return true;
  return (talk === 'greeting' || talk === 'thanks') && rest.startsWith(' ') && namesNothing(rest);
}

/** “Hello, nice to meet you”: no scene, and nothing to change in one. Whom it speaks to is in no picture. */
function namesNothing(rest: string): boolean {
  const said = rest.replace(ADDRESSED, '');
  const { isSlow, ...parts } = readScene(said);
  const named = Object.values(parts)
    .flat()
    .filter((part) => part !== undefined);
  return !isSlow && named.length === 0 && !OF_BEFORE.test(said);
}

/** 你好，谢谢: one after the other. */
function answersItself(after: string): boolean {
  return TALK.some(({ start }) => after.replace(start, '').replaceAll(BESIDE, '').trim() === '');
}
