import { kindsOf, missesWords, placeFor, withKnownWord } from './known-words.ts';

describe('known words', () => {
  const words = {
    subject: { cat: { zh: '猫', en: 'cat' }, dog: { zh: '狗', en: 'dog' } },
    action: { run: { zh: '跑', en: 'run' }, sit: { zh: '坐', en: 'sit' } },
    weather: { rain: { zh: '下雨', en: 'rain' }, snow: { zh: '下雪', en: 'snow' } },
    style: { plain: { zh: '扁平', en: 'flat' } },
  };
  const cats = (count: number) => Array.from({ length: count }, () => ({ subject: 'cat' }));

  it('are wanted where something is not known, or nothing was found', () => {
    expect(missesWords({ subjects: cats(1), unknown: ['缝纫机'] })).toBeTrue();
    expect(missesWords({ place: 'park' })).toBeTrue();
    expect(missesWords({ shots: [{ place: 'park' }, { subjects: [] }] })).toBeTrue();
    expect(missesWords({ shots: [{ place: 'park' }, { subjects: cats(1) }] })).toBeFalse();
    expect(missesWords({ subjects: cats(1), place: 'park' })).toBeFalse();
  });

  it('are of the kinds that there is a choice of', () => {
    expect(kindsOf(words)).toEqual(['subject', 'weather']);
  });

  it('add a subject while there is room, and take the place of the last one after that', () => {
    const scene = { subjects: cats(1), weather: 'rain', unknown: ['缝纫机'] };
    expect(withKnownWord(scene, 'subject', 'dog', words)).toEqual({
      subjects: [{ subject: 'cat' }, { subject: 'dog' }],
      weather: 'rain',
    });
    expect(withKnownWord({ subjects: cats(4) }, 'subject', 'dog', words).subjects?.[3]).toEqual({ subject: 'dog' });
    expect(placeFor('subject', { subjects: cats(4) }, words).at).toEqual({ shot: 0, subject: 3 });
  });

  it('are everywhere in a clip of several shots, where they are of the picture', () => {
    const scene = { shots: [{ subjects: cats(1) }, { subjects: cats(1), weather: 'rain' }], unknown: ['缝纫机'] };
    const snowy = withKnownWord(scene, 'weather', 'snow', words);
    expect(snowy.shots?.map(({ weather }) => weather)).toEqual(['snow', 'snow']);
    expect(snowy.unknown).toBeUndefined();
  });
});
