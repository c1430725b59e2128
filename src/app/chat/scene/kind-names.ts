import type { SceneWordKind } from '../../../services/index.ts';
import type { PlainTextKey } from '../../language/texts.ts';

/** What the kinds of words are called. */
export const KIND_NAMES: Readonly<Record<SceneWordKind, PlainTextKey>> = {
  subject: 'scene.subject',
  action: 'scene.action',
  place: 'scene.place',
  weather: 'scene.weather',
  time: 'scene.time',
  camera: 'scene.camera',
  style: 'scene.style',
  colour: 'scene.colour',
};
