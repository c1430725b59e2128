import PHRASES from './phrases.json' with { type: 'json' };

type Talk = keyof typeof PHRASES.talk;

/** How each begins: what nobody wants a picture of, as a whole prompt without its marks. */
const TALK = Object.entries(PHRASES.talk).map(([talk, start]) => ({
  talk: talk as Talk,
  start: new RegExp(start, 'u'),
}));
/** What may stand beside it, to address somebody or to be kind. */
const BESIDE =
  /(?:问小猫|小猫咪?|喵|你们?|您|我们?|大家|名字|一下|啦|啊|呀|哦|噢|哈|吧|呢|了|嗯|极|哟|的|那|很|真|太|啥|kitten|kitty|there|you|so|very|much|a lot|again|everyone|all|for|the|this|that|it|clip|video|picture|me|my|friend|and|is|please|are|today)/gu;

/** A warm answer to a greeting, thanks and the like; undefined where there may be something to draw. */
export function answerTo(prompt: string): string | undefined {
  const said = prompt
    .toLowerCase()
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
  return after === '' || answersItself(after);
}

/** 你好，谢谢: one after the other. */
function answersItself(after: string): boolean {
  return TALK.some(({ start }) => after.replace(start, '').replaceAll(BESIDE, '').trim() === '');
}
