import { AsyncPipe } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { combineLatest, map } from 'rxjs';

import { WebSocketService } from '../../../services/index.ts';
import type { Turn } from '../conversation/turn.ts';
import { deliveryText } from './delivery-text.ts';

/** How far a prompt has come on its way to the server, in a word, and what can be done where it does not get there. */
@Component({
  selector: 'kitten-delivery-state',
  imports: [AsyncPipe, MatButton],
  template: `
    @if (shown$() | async; as shown) {
      <span [attr.data-tone]="shown.tone">{{ shown.word }}</span>
      @if (shown.cause && !isExplained()) {
        <span class="cause">{{ shown.cause }}</span>
      }
      @switch (shown.remedy) {
        @case ('resend') {
          <button matButton type="button" (click)="resent.emit()">重试</button>
        }
        @case ('withdraw') {
          <button matButton type="button" (click)="withdrawn.emit()">撤回</button>
        }
      }
    }
  `,
  styleUrl: './delivery-state.scss',
})
export class DeliveryState {
  private readonly socket = inject(WebSocketService);

  /** The `id` of the prompt. */
  readonly promptId = input.required<string>();
  /** Whether an error beside it tells the cause already. */
  readonly isExplained = input(false);
  /** What the person has done with the prompt since. */
  readonly setAside = input<Turn['setAside']>();
  /** The person wants the prompt to be sent anew. */
  readonly resent = output();
  /** The person does not want the prompt to be sent. */
  readonly withdrawn = output();

  protected readonly shown$ = computed(() => {
    const setAside = this.setAside();
    return combineLatest([this.socket.delivery$(this.promptId()), this.socket.welcome$]).pipe(
      map(([delivery, welcome]) => deliveryText(delivery, { setAside, acknowledges: welcome !== null })),
    );
  });
}
