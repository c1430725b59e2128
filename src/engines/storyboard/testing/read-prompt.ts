import { hashText } from '../random.ts';
import { completeScene } from '../read/complete-scene.ts';
import { readScene } from '../read/read-scene.ts';
import type { Scene } from '../scene.ts';

/**
 * Reads a prompt as one shot. The same prompt and seed give the same scene.
 * @param seed Absent: made of the prompt.
 */
export function readPrompt(prompt: string, seed: number = hashText(prompt)): Scene {
  return completeScene(readScene(prompt), prompt, seed);
}
