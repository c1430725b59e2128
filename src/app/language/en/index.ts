import type { Texts } from '../texts.ts';
import { access } from './access.ts';
import { chat } from './chat.ts';
import { composer } from './composer.ts';
import { connection } from './connection.ts';
import { diagnostics } from './diagnostics.ts';
import { engines } from './engines.ts';
import { find } from './find.ts';
import { gallery } from './gallery.ts';
import { history } from './history.ts';
import { engineFacts, making, references } from './making.ts';
import { media } from './media.ts';
import { mediaCache } from './media-cache.ts';
import { player } from './player.ts';
import { preferences, scene } from './scene.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { units } from './units.ts';
import { userCode } from './user-code.ts';

/** The English texts. */
export const en: Texts = {
  access,
  chat,
  composer,
  connection,
  diagnostics,
  engineFacts,
  engines,
  find,
  gallery,
  history,
  making,
  media,
  mediaCache,
  player,
  references,
  scene,
  settings,
  shell,
  units,
  userCode,
  preferences,
};
