import { AsyncPipe } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { startWith } from 'rxjs';

import { type Delivery, WebSocketService } from '../../../services/index.ts';
import { GrowingText } from '../../language/growing-text.ts';
import { Language } from '../../language/language.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import type { PromptFailure, Turn } from '../../conversation-model/turn.ts';
import { deliveryText } from './delivery-text.ts';

/** How far a prompt has come on its way to the server, in a word, and what can be done where it does not get there. */
@Component({
  selector: 'kitten-delivery-state',
  imports: [AsyncPipe, GrowingText, MatButton],
  template: `
    @if (textOf(delivery$() | async); as shown) {
      <span [attr.data-tone]="shown.tone" [kittenGrowingText]="shown.word"></span>
      @if (shown.cause && !isExplained()) {
        <span class="cause" [kittenGrowingText]="shown.cause"></span>
      }
      @switch (shown.remedy) {
        @case ('resend') {
          <button matButton type="button" (click)="resent.emit()">{{ text('chat.retry') }}</button>
        }
        @case ('withdraw') {
          <button matButton type="button" (click)="withdrawn.emit()">{{ text('chat.withdraw') }}</button>
        }
      }
    }
  `,
  styleUrl: './delivery-state.scss',
})
export class DeliveryState {
  private readonly socket = inject(WebSocketService);
  private readonly language = inject(Language);
  private readonly countText = injectCountText();
  private readonly acknowledges = computed(() => this.socket.welcome() !== null);

  /** Of the prompt; absent where nobody knows it. */
  readonly promptId = input.required<string | undefined>();
  /** What the person has done with the prompt since. */
  readonly setAside = input<Turn['setAside']>();
  /** Whether the conversation shows that the server has the prompt. */
  readonly isAnswered = input(false);
  /** Why the prompt was not delivered, as far as the conversation remembers. */
  readonly failure = input<PromptFailure>();
  /** Whether an error beside it tells the cause already. */
  readonly isExplained = input(false);
  /** The person wants the prompt to be sent anew. */
  readonly resent = output();
  /** The person does not want the prompt to be sent. */
  readonly withdrawn = output();

  protected readonly text = injectText();
  /** Emits nothing more for a prompt that this page has not sent. */
  protected readonly delivery$ = computed(() => this.socket.delivery$(this.promptId() ?? '').pipe(startWith(null)));

  protected textOf(known: Delivery | null): ReturnType<typeof deliveryText> | null {
    const delivery = known ?? this.rememberedDelivery();
    if (delivery === null) return null;
    const { countText } = this;
    const facts = { setAside: this.setAside(), acknowledges: this.acknowledges(), language: this.language.current() };
    const context = { ...facts, countText };
    return deliveryText(delivery, context, this.text);
  }

  /** The delivery of an earlier page's prompt; null where the conversation can't tell. */
  private rememberedDelivery(): Delivery | null {
    if (this.isAnswered()) return { state: 'accepted' };
    const failure = this.failure();
    return failure === undefined ? null : { state: 'failed', ...failure };
  }
}
