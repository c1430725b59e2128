import { AsyncPipe } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { combineLatest, map } from 'rxjs';

import { type Delivery, WebSocketService, type WelcomeMessage } from '../../../services/index.ts';

/** How far a prompt has come on its way to the server, in a word. */
@Component({
  selector: 'kitten-delivery-state',
  imports: [AsyncPipe],
  template: `
    @if (shown$() | async; as shown) {
      <span [attr.data-state]="shown.state">{{ shown.text }}</span>
      @if (shown.cause && !isExplained()) {
        <span class="cause">{{ shown.cause }}</span>
      }
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: 8px;
    }
    [data-state] {
      white-space: nowrap;
    }
    [data-state='queued'] {
      color: var(--kitten-waiting);
    }
    [data-state='failed'] {
      color: var(--kitten-bad);
    }
  `,
})
export class DeliveryState {
  private readonly socket = inject(WebSocketService);

  /** The `id` of the prompt. */
  readonly promptId = input.required<string>();
  /** Whether an error beside it tells the cause already. */
  readonly isExplained = input(false);

  protected readonly shown$ = computed(() =>
    combineLatest([this.socket.delivery$(this.promptId()), this.socket.welcome$]).pipe(map(describe)),
  );
}

interface Shown {
  readonly state: Delivery['state'];
  readonly text: string;
  readonly cause?: string;
}

function describe([delivery, welcome]: [Delivery, WelcomeMessage | null]): Shown {
  const { state } = delivery;
  switch (state) {
    case 'queued':
      return { state, text: '排队中' };
    case 'sent':
      // A basic server greets nobody and acknowledges nothing: what is written has arrived as far as one can know.
      return { state, text: welcome === null ? '已发出' : '发送中' };
    case 'accepted':
      return { state, text: '已送达' };
    case 'failed':
      return { state, text: '失败', cause: delivery.cause };
  }
}
