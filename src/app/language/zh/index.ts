import { access } from './access.ts';
import { diagnostics } from './diagnostics.ts';
import { firstScreen } from './first-screen.ts';
import { find } from './find.ts';
import { gallery } from './gallery.ts';
import { engineFacts, making, references } from './making.ts';
import { mediaCache } from './media-cache.ts';
import { player } from './player.ts';
import { preferences, scene } from './scene.ts';
import { settings } from './settings.ts';
import { userCode } from './user-code.ts';

/** The Chinese texts, by area. A `{{name}}` in one is a parameter. */
export const zh = {
  ...firstScreen,
  access,
  diagnostics,
  engineFacts,
  find,
  gallery,
  making,
  mediaCache,
  player,
  references,
  scene,
  settings,
  preferences,
  userCode,
} as const;
