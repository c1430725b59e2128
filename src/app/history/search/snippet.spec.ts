import { snippet } from './snippet.ts';

function marked(text: string, terms: readonly string[]): string {
  return snippet(text, terms)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');
}

describe('snippet', () => {
  it('marks what was found, in any case, and takes together what touches', () => {
    expect(marked('一只橘猫在雨夜散步', ['雨夜', '雨', '夜'])).toBe('一只橘猫在[雨夜]散步');
    expect(marked('A Blue Whale', ['wha', 'blue'])).toBe('A [Blue] [Wha]le');
  });

  it('begins near the first match, on one line', () => {
    const text = `${'很长的开头。'.repeat(20)}\n橘猫${'很长的结尾。'.repeat(20)}`;
    expect(marked(text, ['橘猫'])).toMatch(/^….{12}\[橘猫\].*…$/);
    expect(
      snippet(text, ['橘猫'])
        .map((part) => part.text)
        .join('').length,
    ).toBeLessThan(100);
  });

  it('begins with a whole word where there are spaces', () => {
    expect(marked('Coming up: white rabbit', ['rabbit'])).toBe('…up: white [rabbit]');
    expect(marked('white rabbit', ['rabbit'])).toBe('white [rabbit]');
  });

  it('shows the beginning where nothing is to be marked', () => {
    expect(marked('一只橘猫', [])).toBe('一只橘猫');
  });
});
