import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { map } from 'rxjs';

import { WebSocketService } from '../../../services/index.ts';

/** Says plainly where what draws is no model. */
@Component({
  selector: 'kitten-engine-note',
  imports: [AsyncPipe],
  template: `
    @if (isSketch$ | async) {
      当前使用内置的分镜草图引擎，并非 AI 模型
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
export class EngineNote {
  protected readonly isSketch$ = inject(WebSocketService).welcome$.pipe(map((welcome) => welcome?.engine.isModel === false));
}
