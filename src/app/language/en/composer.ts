import type { Texts } from '../texts.ts';

export const composer: Texts['composer'] = {};
