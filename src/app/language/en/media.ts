import type { Texts } from '../texts.ts';

export const media: Texts['media'] = {};
