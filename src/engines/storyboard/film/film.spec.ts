import type { ClipFormat } from '../clip-format.ts';
import { PAINTED } from '../library/subject-kinds.ts';
import { hashText } from '../random.ts';
import { CAMERAS, MOTIONS, PLACES, PROPS, STYLES, TIMES, WEATHERS } from '../read/vocabulary.ts';
import { readPrompt } from '../testing/read-prompt.ts';
import type { Scene } from '../scene.ts';
import { registerFonts } from '../stage/fonts.ts';
import { Film } from './film.ts';

const FORMAT: ClipFormat = { width: 160, height: 128, frameCount: 48 };
const CAT = readPrompt('一只橘猫在雨夜的霓虹街头散步');

/** A few of each kind; the whole library would take minutes. */
const SUBJECTS = [
  ...PAINTED,
  'wolf',
  'horse',
  'eagle',
  'shark',
  'snake',
  'woman',
  'astronaut',
  'bicycle',
  'sailboat',
  'rocket',
  'rose',
  'castle',
  'fire',
  'ball',
  'vase',
  'skier',
];

/** The pixels of a frame, as one number. */
function fingerprint(scene: Scene, format = FORMAT, frame = 20): number {
  return hashText(new Film(scene, format).draw(frame).data().toString('base64'));
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(table) as Name[];
}

describe('Film', () => {
  beforeAll(() => {
    registerFonts();
  });

  const parts: readonly [string, readonly Scene[]][] = [
    ['subject', SUBJECTS.map((subject) => ({ ...CAT, cast: [{ subject }] }))],
    ['place', namesOf(PLACES).map((place) => ({ ...CAT, place }))],
    ['weather', namesOf(WEATHERS).map((weather) => ({ ...CAT, weather }))],
    ['time of day', namesOf(TIMES).map((time) => ({ ...CAT, time }))],
    // A cat that is to drive walks.
    [
      'motion',
      namesOf(MOTIONS)
        .filter((motion) => motion !== 'drive')
        .map((motion) => ({ ...CAT, motion })),
    ],
    ['camera', namesOf(CAMERAS).map((camera) => ({ ...CAT, camera }))],
    ['style', namesOf(STYLES).map((style) => ({ ...CAT, style }))],
    ['prop', [CAT, ...namesOf(PROPS).map((prop) => ({ ...CAT, props: [prop] }))]],
  ];
  for (const [name, scenes] of parts) {
    it(`draws each ${name} in its own way`, () => {
      expect(new Set(scenes.map((scene) => fingerprint(scene)))).toHaveSize(scenes.length);
    });
  }

  it('draws the same pixels again, and others a moment later', () => {
    expect(fingerprint(CAT)).toBe(fingerprint(CAT));
    expect(fingerprint(CAT, FORMAT, 21)).not.toBe(fingerprint(CAT, FORMAT, 20));
  });

  it('draws a frame the same whatever was drawn before it', () => {
    const film = new Film(CAT, FORMAT);
    film.draw(40);
    expect(hashText(film.draw(20).data().toString('base64'))).toBe(fingerprint(CAT));
  });

  it('shows what is painted by hand for two frames each', () => {
    const oil: Scene = { ...CAT, style: 'oil' };
    expect(fingerprint(oil, FORMAT, 21)).toBe(fingerprint(oil, FORMAT, 20));
    expect(fingerprint(oil, FORMAT, 22)).not.toBe(fingerprint(oil, FORMAT, 20));
  });

  it('shows an orange cat in orange', () => {
    const share = (scene: Scene) => orangeShare(new Film(scene, FORMAT).draw(20).data());
    const without: Scene = { ...CAT, cast: [{ subject: 'cat', colour: 'blue' }] };
    expect(share(CAT)).toBeGreaterThan(0.04);
    expect(share(CAT)).toBeGreaterThan(share(without) + 0.03);
  });

  it('fills frames of any shape', () => {
    for (const [width, height] of [
      [128, 1280],
      [1280, 128],
      [500, 500],
    ] as const) {
      const pixels = new Film(CAT, { width, height, frameCount: 24 }).draw(12).data();
      expect(pixels).toHaveSize(width * height * 4);
      expect(pixels.filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
    }
  });
});

/** The share of pixels that are strongly orange. */
function orangeShare(pixels: Uint8Array): number {
  let orange = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    if (red > 150 && green > red * 0.4 && green < red * 0.75 && blue < green * 0.75) orange++;
  }
  return orange / (pixels.length / 4);
}
