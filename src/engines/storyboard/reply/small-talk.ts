import PHRASES from './phrases.json' with { type: 'json' };

type Talk = 'greeting' | 'thanks' | 'goodbye' | 'praise' | 'question';

/** What nobody wants a picture of, as a whole prompt without its marks. */
const TALK: Readonly<Record<Talk, RegExp>> = {
  greeting:
    /^(?:你好|您好|嗨|哈喽|哈啰|早安|早上好|上午好|中午好|下午好|晚上好|大家好|在吗|hello|hi|hey|hiya|good (?:morning|afternoon|evening)|how are you)/u,
  thanks: /^(?:谢谢|多谢|感谢|谢了|谢啦|辛苦|太感谢|非常感谢|thanks?|thank you|thx|ty|many thanks)/u,
  goodbye: /^(?:再见|拜拜|晚安|回头见|goodbye|bye|see you|good night)/u,
  praise:
    /^(?:(?:真|太|很|好|非常)?(?:棒|不错|好看|漂亮|厉害|喜欢|可爱|赞)|好的|好吧|收到|知道了|嗯|ok|okay|(?:that'?s |this is |it'?s |so |very |really |looks? )*(?:great|nice|lovely|cool|awesome|perfect|beautiful|amazing|good job|well done|i (?:like|love) it|love it))/u,
  question:
    /^(?:你是谁|你叫什么|你会(?:画)?什么|你能(?:画|做|干)什么|怎么用|帮助|help|who are you|what are you|what can you (?:do|draw))/u,
};
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
  const talks = Object.keys(TALK) as Talk[];
  const talk = talks.find((each) => isOnly(said, TALK[each], each));
  return talk && PHRASES[/\p{Script=Han}/u.test(said) ? 'zh' : 'en'][talk];
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
  return Object.values(TALK).some((words) => after.replace(words, '').replaceAll(BESIDE, '').trim() === '');
}
