import type { Texts } from '../texts.ts';
import { access } from './access.ts';
import { chat } from './chat.ts';
import { composer } from './composer.ts';
import { connection } from './connection.ts';
import { diagnostics } from './diagnostics.ts';
import { engines } from './engines.ts';
import { gallery } from './gallery.ts';
import { history } from './history.ts';
import { making } from './making.ts';
import { media } from './media.ts';
import { mediaCache } from './media-cache.ts';
import { player } from './player.ts';
import { scene } from './scene.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { units } from './units.ts';
import { userCode } from './user-code.ts';
import { preferences } from './preferences.ts';

/** The English texts. */
export const en: Texts = {
  access,
  chat,
  composer,
  connection,
  diagnostics,
  engines,
  gallery,
  history,
  making,
  media,
  mediaCache,
  player,
  scene,
  settings,
  shell,
  units,
  userCode,
  preferences,
};
