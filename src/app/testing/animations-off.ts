import type { Provider } from '@angular/core';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';

/** Has Material open and close things at once. */
export const ANIMATIONS_OFF: Provider = { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } };
