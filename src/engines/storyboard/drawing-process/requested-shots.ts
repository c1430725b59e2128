import type { PromptOptions, SceneData, SceneShot } from '../../../protocol/index.ts';
import { FRAME_RATE } from '../clip-format.ts';
import type { ClipFormat } from '../clip-format.ts';
import type { Shot } from '../film/reel.ts';
import { hashText } from '../random.ts';
import { completeScene } from '../read/complete-scene.ts';
import { readShots } from '../read/read-shots.ts';
import type { ShotWish } from '../read/read-shots.ts';
import { wishOfData } from '../scene-data/wish-of-data.ts';

/** What says which scene is to be drawn. */
interface SceneRequest {
  readonly prompt: string;
  readonly options?: PromptOptions;
  readonly before?: SceneData;
}

/**
 * The shots of a clip, as they are given; else as the prompt says them, on top of those before where it only changes
 * these. Each is seen for a second at least, so that a short clip has fewer of them.
 */
export function requestedShots(
  { prompt, options, before }: SceneRequest,
  format: ClipFormat,
): readonly [Shot, ...Shot[]] {
  const { scene, seed = hashText(prompt) } = options ?? {};
  const wishes = scene ? wishesOf(scene) : readShots(prompt, before && wishesOf(before));
  const most = Math.max(1, Math.floor(format.frameCount / FRAME_RATE));
  const shots = wishes.slice(0, most).map(({ wish, enter }) => ({ scene: completeScene(wish, prompt, seed), enter }));
  return shots as [Shot, ...Shot[]];
}

function wishesOf(scene: SceneData): readonly ShotWish[] {
  const shots: readonly SceneShot[] = scene.shots ?? [scene];
  return shots.map((shot) => ({ wish: wishOfData(shot), enter: shot.enter ?? 'cut' }));
}
