import { InjectionToken } from '@angular/core';

import type { reconnecting } from './reconnect.ts';

/** Opens a socket, and another when it is lost. */
export const RECONNECTING = new InjectionToken<typeof reconnecting>('RECONNECTING');
