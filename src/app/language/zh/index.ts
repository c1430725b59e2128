import { chat } from './chat.ts';
import { composer } from './composer.ts';
import { connection } from './connection.ts';
import { diagnostics } from './diagnostics.ts';
import { engines } from './engines.ts';
import { gallery } from './gallery.ts';
import { history } from './history.ts';
import { media } from './media.ts';
import { scene } from './scene.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { units } from './units.ts';
import { userCode } from './user-code.ts';

/** The Chinese texts, by area. A `{{name}}` in one is a parameter. */
export const zh = {
  chat,
  composer,
  connection,
  diagnostics,
  engines,
  gallery,
  history,
  media,
  scene,
  settings,
  shell,
  units,
  userCode,
} as const;
