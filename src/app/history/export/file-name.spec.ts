import { safeFileName } from './file-name.ts';

describe('safeFileName', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['一只橘猫', '一只橘猫'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['../../etc/passwd', 'etc passwd'],
    ['两行\n标题\u202E', '两行 标题'],
    ['结尾... ', '结尾'],
    ['CON', 'other'],
    ['', 'other'],
    ['🐱'.repeat(80), '🐱'.repeat(50)],
    ['全家👨‍👩‍👧‍👦去海边', '全家👨‍👩‍👧‍👦去海边'],
    ['👩🏽‍🚀和🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩🏽‍🚀和🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['👨‍👩‍👧‍👦'.repeat(50), '👨‍👩‍👧‍👦'.repeat(8)],
    ['a\u200Db\u200D', 'a b'],
  ];
  for (const [title, name] of cases) {
    it(`makes of ${JSON.stringify(title.slice(0, 20))} what every system takes`, () => {
      expect(safeFileName(title, 'other')).toBe(name);
    });
  }
});
