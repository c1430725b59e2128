import type { PromptOptions, SceneData } from '../../../protocol/index.ts';
import { hashText } from '../random.ts';
import { changed } from '../read/change.ts';
import { completeScene } from '../read/complete-scene.ts';
import { readWish } from '../read/read-wish.ts';
import type { Scene } from '../scene.ts';
import { wishOfData } from '../scene-data/wish-of-data.ts';

/** What says which scene is to be drawn. */
interface SceneOrder {
  readonly prompt: string;
  readonly options?: PromptOptions;
  readonly before?: SceneData;
}

/** The scene as it is given; else as the prompt says it, on top of the one before where it only changes that. */
export function sceneOfOrder({ prompt, options, before }: SceneOrder): Scene {
  const { scene, seed = hashText(prompt) } = options ?? {};
  if (scene) return completeScene(wishOfData(scene), prompt, seed);
  const wish = readWish(prompt);
  return completeScene(before ? changed(wish, prompt, wishOfData(before)) : wish, prompt, seed);
}
