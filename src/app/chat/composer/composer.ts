import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { mdiSend } from '@mdi/js';
import { map } from 'rxjs';

import { contentLength, DEFAULT_LIMITS, WebSocketService } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { EngineNote } from '../engine-note/engine-note.ts';
import { Draft } from './draft.ts';
import { GrowWithText } from './grow-with-text.ts';
import { isComposing } from './is-composing.ts';

/** From which part of the limit on the count is shown. */
const NEAR_LIMIT = 0.9;

/** Where people write. Enter sends and Shift+Enter makes a line; without a connection the service keeps what is sent. */
@Component({
  selector: 'kitten-composer',
  imports: [EngineNote, GrowWithText, Icon, MatIconButton],
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
})
export class Composer {
  private readonly socket = inject(WebSocketService);
  private readonly draft = inject(Draft);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  protected readonly sendIcon = mdiSend;
  protected readonly text = this.draft.text.asReadonly();
  protected readonly limit = toSignal(
    this.socket.welcome$.pipe(map((welcome) => (welcome?.limits ?? DEFAULT_LIMITS).maxContentLength)),
    { initialValue: DEFAULT_LIMITS.maxContentLength },
  );
  protected readonly length = computed(() => contentLength(this.text()));
  protected readonly isTooLong = computed(() => this.length() > this.limit());
  protected readonly isNearLimit = computed(() => this.length() >= this.limit() * NEAR_LIMIT);
  protected readonly canSend = computed(() => this.text().trim() !== '' && !this.isTooLong());

  /** Puts the cursor into the field. */
  focus(): void {
    this.field().nativeElement.focus();
  }

  protected write(text: string): void {
    this.draft.text.set(text);
  }

  protected sendByKey(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    this.send();
  }

  protected send(): void {
    if (!this.canSend()) return;
    this.socket.send(this.text());
    // Only now is the text safe with the service.
    this.draft.text.set('');
    this.focus();
  }
}
