import type { PromptOptions, SceneData, SceneShot } from '../../../protocol/index.ts';
import { type ClipFormat, FRAME_RATE } from '../clip-format.ts';
import type { Shot } from '../film/reel.ts';
import { hashText } from '../random.ts';
import { completeScene } from '../read/complete-scene.ts';
import { type PartialShot, readShots } from '../read/read-shots.ts';
import { sceneOfData } from '../scene-data/scene-of-data.ts';

/** What says which scene is to be drawn. */
interface SceneRequest {
  readonly prompt: string;
  readonly options?: PromptOptions;
  readonly before?: SceneData;
}

type Shots = readonly [Shot, ...Shot[]];

/**
 * The shots of a clip, as they are given; else as the prompt says them, on top of those before where it only changes
 * these. Each is seen for a second at least, so that a short clip has fewer of them.
 */
export function requestedShots({ prompt, options, before }: SceneRequest, format: ClipFormat): Shots {
  const { scene, seed = hashText(prompt) } = options ?? {};
  const partialShots = scene ? shotsOfData(scene) : readShots(prompt, before && shotsOfData(before));
  const most = Math.max(1, Math.floor(format.frameCount / FRAME_RATE));
  const shots: Shot[] = [];
  for (const { partial, enter } of partialShots.slice(0, most)) {
    const scene = completeScene(partial, prompt, seed);
    const last = shots.at(-1)?.scene ?? scene;
    const { weather = last.weather, time = last.time } = partial;
    // Where no other place is named, they are where they were.
    shots.push({ scene: partial.place ? scene : { ...scene, place: last.place, weather, time }, enter });
  }
  return shots as [Shot, ...Shot[]];
}

function shotsOfData(scene: SceneData): readonly PartialShot[] {
  const shots: readonly SceneShot[] = scene.shots ?? [scene];
  return shots.map((shot) => ({ partial: sceneOfData(shot), enter: shot.enter ?? 'cut' }));
}
