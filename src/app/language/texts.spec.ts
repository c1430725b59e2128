import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

type Area = Readonly<Record<string, string>>;

function entries(areas: Readonly<Record<string, Area>>): readonly (readonly [string, string])[] {
  return Object.entries(areas).flatMap(([area, texts]) =>
    Object.entries(texts).map(([name, text]) => [`${area}.${name}`, text] as const),
  );
}

function parameters(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();
}

describe('the texts', () => {
  const english = new Map(entries(en));

  it('are the same ones in both languages', () => {
    expect(
      entries(zh)
        .map(([key]) => key)
        .sort(),
    ).toEqual([...english.keys()].sort());
  });

  it('say of a job that may have been done what it may have cost, that it is left alone, and what one can do', () => {
    expect(zh.chat.errorEngineUncertain).toMatch(/可能已经完成.*可能已经计费.*不会自动.*手动重试/);
    expect(en.chat.errorEngineUncertain).toMatch(/may have been made, and charged.*won’t be started again.*retry/);
  });

  for (const [key, text] of entries(zh)) {
    it(`say something in both languages, about the same things: ${key}`, () => {
      const translation = english.get(key)!;
      expect(text.trim()).not.toBe('');
      expect(translation.trim()).not.toBe('');
      expect(translation)
        .withContext('Han characters in English')
        .not.toMatch(/\p{Script=Han}/u);
      expect([...new Set(parameters(translation))]).toEqual([...new Set(parameters(text))]);
    });
  }
});
