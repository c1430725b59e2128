import { chat } from './chat.ts';
import { composer } from './composer.ts';
import { connection } from './connection.ts';
import { engines } from './engines.ts';
import { history } from './history.ts';
import { media } from './media.ts';
import { shell } from './shell.ts';
import { units } from './units.ts';

/** What the frame and the chat say. The texts of the other pages load with them: `Language.loadAll`. */
export const firstScreen = {
  chat,
  composer,
  connection,
  engines,
  history,
  media,
  shell,
  units,
} as const;
