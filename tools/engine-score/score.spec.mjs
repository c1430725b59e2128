import { readPrompt } from '../../src/engines/storyboard/testing/read-prompt.ts';
import { hitsOf, knowsNothing } from './hits.mjs';
import { PARTS, readPrompts } from './labels.mjs';

/** Of what strangers name, so much is read and can be drawn. */
const LEAST = { subject: 0.85, place: 0.8, action: 0.7, weather: 1, camera: 0.8, style: 0.7 };

describe('the built-in engine’s reading', () => {
  const prompts = readPrompts('working');
  const read = prompts.map(({ prompt, labels }) => ({ scene: readPrompt(prompt, 1), labels }));

  for (const part of PARTS) {
    it(`knows what people name: ${part}`, () => {
      const hits = read.flatMap(({ scene, labels }) => hitsOf(labels, scene)[part]);
      expect(hits.filter(({ isHit }) => isHit).length / hits.length).toBeGreaterThanOrEqual(LEAST[part]);
    });
  }

  it('knows nothing of one prompt in twenty at most', () => {
    expect(read.filter(({ scene }) => knowsNothing(scene)).length / read.length).toBeLessThanOrEqual(0.05);
  });
});
