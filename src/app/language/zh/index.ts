import { access } from './access.ts';
import { diagnostics } from './diagnostics.ts';
import { firstScreen } from './first-screen.ts';
import { gallery } from './gallery.ts';
import { making } from './making.ts';
import { mediaCache } from './media-cache.ts';
import { player } from './player.ts';
import { settings } from './settings.ts';
import { preferences } from './preferences.ts';
import { userCode } from './user-code.ts';

/** The Chinese texts, by area. A `{{name}}` in one is a parameter. */
export const zh = {
  ...firstScreen,
  access,
  diagnostics,
  gallery,
  making,
  mediaCache,
  player,
  settings,
  preferences,
  userCode,
} as const;
