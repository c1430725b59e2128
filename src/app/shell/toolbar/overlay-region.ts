import { OverlayContainer } from '@angular/cdk/overlay';
import { effect, inject, Service } from '@angular/core';

import { injectText } from '../../language/text.ts';

/**
 * Makes a region of the place where the CDK puts menus and dialogs: everything on a page is to be in one.
 * It loads with the first menus, so that the CDK's overlays need not be there before.
 */
@Service()
export class OverlayRegion {
  constructor() {
    const text = injectText();
    const container = inject(OverlayContainer).getContainerElement();
    container.role = 'region';
    effect(() => (container.ariaLabel = text('shell.popUps')));
  }
}
