import type { SceneData, SceneWordKind, SceneWords } from '../../services/index.ts';
import { chipsOf, gapsOf, type SceneChip, withWord } from './scene-chips.ts';

/** The kinds of words that are offered, in this order: those of somebody's own, colour and action, stand with them. */
const OFFERED = ['subject', 'place', 'weather', 'time', 'camera', 'style'] as const satisfies readonly SceneWordKind[];

/** Whether an engine could not draw all that was asked for, or found nothing to draw. */
export function missesWords(scene: SceneData): boolean {
  const { unknown = [], shots = [scene] } = scene;
  return unknown.length > 0 || shots.every(({ subjects = [] }) => subjects.length === 0);
}

/** The kinds of words that an engine tells, and that can be chosen from. */
export function kindsOf(words: SceneWords): readonly SceneWordKind[] {
  return OFFERED.filter((kind) => Object.keys(words[kind] ?? {}).length > 1);
}

/** What a word of a kind takes the place of: one that is missing, before one that is there. */
export function placeFor(kind: SceneWordKind, scene: SceneData, words: SceneWords): SceneChip {
  const isOfKind = (chip: SceneChip): boolean => chip.kind === kind;
  const gap = gapsOf(scene, words).flat().find(isOfKind);
  return gap ?? chipsOf(scene, words, '').flat().findLast(isOfKind) ?? { kind, word: '', label: '', at: { shot: 0 } };
}

/** The scene with a word of a kind: somebody more, or what is everywhere in it. */
export function withKnownWord(scene: SceneData, kind: SceneWordKind, word: string, words: SceneWords): SceneData {
  if (kind === 'subject') return withWord(scene, placeFor(kind, scene, words), word);
  const count = scene.shots?.length ?? 1;
  return Array.from({ length: count }, (_, shot) => shot).reduce<SceneData>(
    (changed, shot) => withWord(changed, { kind, word: '', label: '', at: { shot } }, word),
    scene,
  );
}
