import type { EngineProfile } from '../../../services/index.ts';

/** The engine that comes along, as its server tells of it. */
export const BUILT_IN: EngineProfile = {
  id: 'storyboard',
  name: '内置引擎',
  isModel: false,
  seconds: { min: 1, max: 10 },
  images: 8,
};

/** A hosted model: few lengths and sizes, no reference images, by the second. */
export const WAN: EngineProfile = {
  id: 'wan',
  name: '通义万相',
  isModel: true,
  model: 'wan2.6-t2v',
  seconds: [5, 8],
  sizes: ['832x480', '480x832'],
  seed: false,
  images: 0,
  sound: true,
  price: { amount: 0.6, currency: 'CNY', per: 'second' },
};

/** One of one's own: a reference image becomes the first frame, and a clip costs nothing. */
export const LOCAL: EngineProfile = { id: 'local', name: 'Wan 2.2 5B', isModel: true, images: 1, frames: 'first' };
