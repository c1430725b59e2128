import { MatMenuTrigger } from '@angular/material/menu';

import { MenuBack } from './menu-back.ts';

/** What opens a menu. Components import this; lint refuses Material's alone, whose menu Back would not close. `leadsElsewhere` marks a menu whose choices lead to another page. */
export const MENU_TRIGGER = [MatMenuTrigger, MenuBack] as const;
