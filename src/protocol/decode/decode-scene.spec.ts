import { decodeClientFrame, decodeServerFrame, type SceneData } from '../index.ts';

const newId = () => 'aaaaaaaa-0000-4000-8000-000000000000';

/** The scene that a gateway reads, or why it refuses the prompt. */
function asked(scene: unknown): SceneData | string | undefined {
  const frame = JSON.stringify({ type: 'text', content: '橘猫', options: { scene } });
  const [decoded] = decodeClientFrame(frame, { newId });
  if (decoded?.ok !== true) return decoded?.fault.reason;
  return decoded.value.type === 'text' ? decoded.value.options?.scene : undefined;
}

/** The scene that a client reads. */
function told(scene: unknown): SceneData | undefined {
  const frame = JSON.stringify({ type: 'text', content: '好', scene });
  const [decoded] = decodeServerFrame(frame, { newId, now: () => 1 });
  return decoded?.ok === true && decoded.value.type === 'text' ? decoded.value.scene : undefined;
}

describe('a scene', () => {
  const whole: SceneData = {
    subjects: [
      { subject: 'cat', count: 2, colour: 'orange', size: 'large', action: 'walk', side: 'left', of: 1 },
      { subject: 'wine-glass' },
    ],
    place: 'oldTown',
    weather: 'rain',
    time: 'night',
    camera: 'pushIn',
    style: 'ink',
    slow: true,
  };

  it('is read as it is written, by both ends', () => {
    expect(asked(whole)).toEqual(whole);
    expect(told({ ...whole, unknown: ['缝纫机'] })).toEqual({ ...whole, unknown: ['缝纫机'] });
  });

  it('may have two to four shots', () => {
    const shot = { place: 'park', enter: 'fade' };
    expect(asked({ shots: [shot, shot] })).toEqual({ shots: [shot, shot] } as SceneData);
    expect(asked({ shots: [shot] })).toMatch(/shots/);
    expect(asked({ shots: Array(5).fill(shot) })).toMatch(/shots/);
  });

  it('keeps nothing that is not known', () => {
    expect(asked({ place: 'park', mood: 'happy', subjects: [{ subject: 'cat', hat: 'red' }] })).toEqual({
      subjects: [{ subject: 'cat' }],
      place: 'park',
    });
  });

  const wrong: readonly [string, unknown][] = [
    ['is no object', 'cat'],
    ['has a place in words', { place: 'round the corner' }],
    ['has a subject that is a text', { subjects: ['cat'] }],
    ['has a subject without a word', { subjects: [{ count: 2 }] }],
    ['has nine subjects', { subjects: Array(9).fill({ subject: 'cat' }) }],
    ['has none of somebody', { subjects: [{ subject: 'cat', count: 0 }] }],
    ['has a hundred of one', { subjects: [{ subject: 'cat', count: 100 }] }],
    ['has somebody who stands at himself', { subjects: [{ subject: 'cat', side: 'left', of: 0 }] }],
    ['has somebody who stands at nobody', { subjects: [{ subject: 'cat', side: 'left', of: 1 }] }],
    ['has a side of nothing', { subjects: [{ subject: 'cat', side: 'left' }] }],
    ['has a shot that is no object', { shots: ['a', 'b'] }],
    ['begins with a wipe', { enter: 'wipe' }],
    ['has a word of 41 letters', { style: 'a'.repeat(41) }],
  ];
  for (const [name, scene] of wrong) {
    it(`that ${name} is refused by a gateway, with the field, and absent for a client`, () => {
      expect(asked(scene)).toMatch(/scene|shot/);
      expect(told(scene)).toBeUndefined();
    });
  }
});
