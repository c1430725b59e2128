import type { WorkFact } from '../work-facts.ts';
import { compareFacts, compareTexts } from './differences.ts';

function marked(one: string, other: string): readonly string[] {
  return compareTexts(one, other).map((parts) =>
    parts.map(({ text, isOnlyHere }) => (isOnlyHere ? `[${text}]` : text)).join(''),
  );
}

describe('the differences of two works', () => {
  it('are the words that only one of two prompts has', () => {
    expect(marked('an orange cat in the rain', 'an orange dog in the snow')).toEqual([
      'an orange [cat] in the [rain]',
      'an orange [dog] in the [snow]',
    ]);
    expect(marked('一只橘猫在雨夜散步', '一只橘猫在雨夜散步')).toEqual(['一只橘猫在雨夜散步', '一只橘猫在雨夜散步']);
    expect(marked('', 'a cat')).toEqual(['', '[a cat]']);
  });

  it('are facts that are not the same, or that only one has; the time is none', () => {
    const fact = (kind: WorkFact['kind'], value: string): WorkFact => ({ kind, name: kind, value });
    const [one, other] = [
      [fact('prompt', 'a cat'), fact('seed', '1'), fact('time', '10:00')],
      [fact('prompt', 'a cat'), fact('seed', '2'), fact('model', 'wan'), fact('time', '11:00')],
    ];
    const compared = compareFacts(one, other);
    expect(compared.map(({ kind, differs }) => `${kind} ${differs}`)).toEqual([
      'prompt false',
      'seed true',
      'model true',
      'time false',
    ]);
    expect(compared[2]?.sides).toEqual([[], [{ text: 'wan', isOnlyHere: false }]]);
  });
});
