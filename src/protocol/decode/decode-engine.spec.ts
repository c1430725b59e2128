import { engineInfo, engineProfiles, madeWith } from './decode-engine.ts';

const PLAIN = { id: 'wan', name: '万相', isModel: true };

describe('engineInfo', () => {
  it('takes an engine for a model unless it says that it is none', () => {
    expect(engineInfo({ name: 'storyboard', isModel: false })).toEqual({ name: 'storyboard', isModel: false });
    expect(engineInfo('?')).toEqual({ name: 'unknown', isModel: true });
  });
});

describe('engineProfiles', () => {
  it('reads what an engine can do', () => {
    const whole = {
      ...PLAIN,
      model: 'wan2.6-t2v',
      seconds: [5, 10],
      sizes: ['1280x720'],
      seed: true,
      images: 2,
      frames: 'first-last',
      sound: false,
      price: { amount: 0.6, currency: 'CNY', per: 'second' },
    };
    expect(engineProfiles([whole])).toEqual([whole] as never);
    expect(engineProfiles([{ ...PLAIN, seconds: { min: 1, max: 8 } }])).toEqual([
      { ...PLAIN, seconds: { min: 1, max: 8 } },
    ]);
  });

  it('leaves out what has the wrong shape, and keeps the engine', () => {
    for (const wrong of [
      { seconds: [] },
      { seconds: ['5', -1, Number.NaN] },
      { seconds: { min: 8, max: 1 } },
      { seconds: { max: 8 } },
      { sizes: ['large', 7] },
      { seed: 'yes', sound: 1 },
      { images: -1 },
      { frames: 'last' },
      { price: { amount: -1, currency: 'CNY', per: 'clip' } },
      { price: { amount: 1, currency: '¥', per: 'clip' } },
      { price: { amount: 1, currency: 'CNY', per: 'hour' } },
      { price: 3 },
      { model: '' },
    ]) {
      expect(engineProfiles([{ ...PLAIN, ...wrong }]))
        .withContext(JSON.stringify(wrong))
        .toEqual([PLAIN]);
    }
  });

  it('makes the address of its subjects absolute, and takes none that may not stand in a page', () => {
    const subjects = (address: string) =>
      engineProfiles([{ ...PLAIN, subjects: address }], 'https://kitten.example')?.[0]?.subjects;
    expect(subjects('/api/engines/a/subjects')).toBe('https://kitten.example/api/engines/a/subjects');
    expect(subjects('https://cdn.example/subjects.json')).toBe('https://cdn.example/subjects.json');
    for (const other of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '']) {
      expect(subjects(other)).withContext(other).toBeUndefined();
    }
  });

  it('leaves out an engine that no prompt could name', () => {
    expect(engineProfiles([{ ...PLAIN, id: 'The best' }, 7, { name: 'x' }, PLAIN])).toEqual([PLAIN]);
  });

  it('knows of none where there is no list, or nothing in it', () => {
    for (const value of [undefined, {}, 'wan', [], [7]]) expect(engineProfiles(value)).toBeUndefined();
  });
});

describe('madeWith', () => {
  it('reads the engine, its model, what it took and was given, and the options', () => {
    const price = { amount: 0.6, currency: 'CNY', per: 'second' } as const;
    const whole = {
      ...PLAIN,
      model: 'wan2.6-t2v',
      price,
      prompt: '一只橘猫',
      options: { seconds: 5, size: '1280x720', seed: 7 },
    };
    expect(madeWith(whole)).toEqual(whole);
    expect(madeWith({ ...PLAIN, price: 3, prompt: 7, options: { seconds: 0, size: 'x', seed: -1 } })).toEqual({
      ...PLAIN,
      options: {},
    });
  });

  it('is nothing without an engine', () => {
    for (const value of [undefined, 'wan', { name: 'wan' }]) expect(madeWith(value)).toBeUndefined();
  });
});
