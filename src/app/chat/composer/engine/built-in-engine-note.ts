import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { map } from 'rxjs';

import { WebSocketService } from '../../../../services/index.ts';
import { injectText } from '../../../language/text.ts';

/** Says plainly where what draws is no model. */
@Component({
  selector: 'kitten-built-in-engine-note',
  imports: [AsyncPipe],
  template: `
    @if (isBuiltIn$ | async) {
      {{ text('chat.builtInEngine') }}
    }
  `,
  styles: `
    :host {
      display: block;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-medium);
    }
  `,
})
export class BuiltInEngineNote {
  protected readonly text = injectText();
  protected readonly isBuiltIn$ = inject(WebSocketService).welcome$.pipe(
    map((welcome) => welcome?.engine.isModel === false),
  );
}
