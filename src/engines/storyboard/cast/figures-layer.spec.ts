import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { buildPlace } from '../places/index.ts';
import { MOTIONS } from '../read/vocabulary.ts';
import type { MotionName, Scene } from '../scene.ts';
import { stageFor } from '../stage/index.ts';
import { readPrompt } from '../testing/read-prompt.ts';
import { FiguresLayer } from './figures-layer.ts';

const FORMAT = { width: 320, height: 180, frameCount: 48 };
const MOMENTS = [0.3, 1.3].map((time) => ({ time, share: time / 2, travel: 0 }));
const SUBJECTS = ['cat', 'bear', 'woman', 'boy', 'astronaut', 'eagle', 'worm', 'locomotive'];

/** How many pixels are painted, of a sheet or of what is left of it without a rectangle. */
function paintedOf(sheet: Canvas, without: readonly number[] = []): number {
  const { width, height } = sheet;
  const pen = createCanvas(width, height).getContext('2d');
  pen.drawImage(sheet, 0, 0);
  const [left = 0, top = 0, wide = 0, tall = 0] = without;
  pen.clearRect(left, top, wide, tall);
  return pen.getImageData(0, 0, width, height).data.filter((value, at) => at % 4 === 3 && value > 0).length;
}

describe('what somebody has on', () => {
  const sheetOf = (prompt: string): Buffer => {
    const scene: Scene = { ...readPrompt(prompt, 7), place: 'meadow', weather: 'clear', time: 'day' };
    const stage = stageFor(scene, FORMAT);
    const sheet = createCanvas(FORMAT.width, FORMAT.height);
    const pen = sheet.getContext('2d');
    pen.scale(stage.scale, stage.scale);
    new FiguresLayer(stage, buildPlace('meadow', stage)).castAt({ time: 0.3, share: 0.2, travel: 0 })(pen);
    return sheet.data();
  };
  for (const [plain, dressed, other] of [
    ['a cat walking', 'a cat walking, wearing a red scarf', 'a cat walking, wearing a blue scarf'],
    ['a cat walking', 'a cat walking, wearing sunglasses', 'a cat walking, wearing a crown'],
    ['a girl walking', 'a girl walking in a red dress', 'a girl walking in a blue dress'],
  ] as const)
    it(`is painted on it, in its colour: ${dressed}`, () => {
      expect(sheetOf(dressed).equals(sheetOf(plain))).toBeFalse();
      expect(sheetOf(dressed).equals(sheetOf(other))).toBeFalse();
    });
});

describe('the light on the cast', () => {
  for (const place of ['meadow', 'space'] as const) {
    const base: Scene = { ...readPrompt('一只猫', 7), place, camera: 'wide', props: ['umbrella', 'scarf', 'wings'] };
    const set = buildPlace(place, stageFor(base, FORMAT));
    for (const subject of SUBJECTS) {
      it(`is on all of a figure, what it wears and what flies about it, whatever it does: ${subject}, ${place}`, () => {
        for (const motion of Object.keys(MOTIONS) as MotionName[]) {
          const scene: Scene = { ...base, motion, cast: [{ subject, count: 2 }], named: new Set(['motion']) };
          const layer = new FiguresLayer(stageFor(scene, FORMAT), set);
          const pen = createCanvas(1, 1).getContext('2d');
          const drawImage = spyOn(pen, 'drawImage');
          const painted = MOMENTS.map((moment) => {
            layer.castAt(moment)(pen);
            const [sheet, ...lit] = drawImage.calls.mostRecent().args;
            expect(paintedOf(sheet as Canvas, lit as readonly number[]))
              .withContext(motion)
              .toBe(0);
            return paintedOf(sheet as Canvas);
          });
          expect(Math.max(...painted))
            .withContext(motion)
            .toBeGreaterThan(200);
        }
      });
    }
  }
});
