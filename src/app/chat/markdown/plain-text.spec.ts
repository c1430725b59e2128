import { plainText } from './plain-text.ts';

describe('plainText', () => {
  const cases: readonly (readonly [written: string, shown: string])[] = [
    ['**重点。**然后继续看[这里](https://a.example/)吧，`don’t` *stop*', '重点。然后继续看这里吧，don’t stop'],
    ['# 题\n\n一\n二\n\n> 引', '题\n一\n二\n引'],
    ['- 甲\n  1. 乙\n- [x] 丙', '甲\n乙\n丙'],
    ['|a|b|\n|-|-|\n|1|2|\n\n---\n\n```ts\nlet a;\n```', 'a\nb\n1\n2\n\nlet a;'],
    ['![猫](https://a.example/cat.png) &amp; 2*3*4', '猫 & 2*3*4'],
  ];
  for (const [written, shown] of cases) {
    it(`shows ${JSON.stringify(shown)}`, () => expect(plainText(written)).toBe(shown));
  }
});
