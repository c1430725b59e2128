import { MatMenuTrigger } from '@angular/material/menu';

import { MenuBack } from './menu-back.ts';

/** What opens a menu. Components import this; lint refuses Material's alone, whose menu Back would not close. */
export const MENU_TRIGGER = [MatMenuTrigger, MenuBack] as const;
