import { hashText } from '../random.ts';
import type { Scene } from '../scene.ts';
import { completeScene } from './complete-scene.ts';
import { readWish } from './read-wish.ts';

/**
 * Reads a prompt. The same prompt and seed give the same scene.
 * @param seed Absent: made of the prompt.
 */
export function readPrompt(prompt: string, seed: number = hashText(prompt)): Scene {
  return completeScene(readWish(prompt), prompt, seed);
}
