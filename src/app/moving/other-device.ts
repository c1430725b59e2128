import { Component, computed, effect, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';

import { JOIN_FEATURE, ServerClock, WebSocketService } from '../../services/index.ts';
import { isComposing } from '../input-method/is-composing.ts';
import { dateFormat } from '../language/formats.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import { Notices } from '../notices/notices.ts';
import { JOIN_REQUESTS, type JoinCode, type JoinFault } from './join-request.ts';

/** Brings another device under the user code of this one, or this one under that of another. */
@Component({
  selector: 'kitten-other-device',
  imports: [MatButton],
  templateUrl: './other-device.html',
  styleUrl: './moving.scss',
})
export class OtherDevice {
  private readonly socket = inject(WebSocketService);
  private readonly requests = inject(JOIN_REQUESTS);
  private readonly notices = inject(Notices);
  private readonly clock = inject(ServerClock);
  private readonly language = inject(Language);
  private readonly endpoint = toSignal(this.socket.endpoint$);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly issued = signal<JoinCode | null>(null);

  protected readonly text = injectText();
  /** A code was shown, and is good no more. */
  protected readonly isOver = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly fault = signal<JoinFault | null>(null);
  /** Whether the server can join devices. */
  protected readonly isOffered = computed(() => this.socket.welcome()?.features.includes(JOIN_FEATURE) === true);
  protected readonly code = computed(() => this.issued()?.joinCode.replace(/^.{4}/, '$&-'));
  protected readonly endsAt = computed(() => {
    const format = dateFormat(this.language.current(), { timeStyle: 'short' });
    return format.format(Date.now() + this.leftOf(this.issued()));
  });
  protected readonly problem = computed(() => {
    const fault = this.fault();
    if (fault === null) return '';
    if (fault.kind === 'too-many') return this.text('settings.joinTooMany', { seconds: fault.seconds });
    return this.text(fault.kind === 'unknown' ? 'settings.joinUnknown' : 'settings.joinUnreachable');
  });

  constructor() {
    // A code that is good no more is not shown: it would be refused on the other device.
    effect((onCleanup) => {
      const issued = this.issued();
      if (issued === null) return;
      const end = (): void => {
        this.issued.set(null);
        this.isOver.set(true);
      };
      const timer = setTimeout(end, this.leftOf(issued));
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected async show(): Promise<void> {
    const answer = await this.ask((endpoint) => this.requests.issue(endpoint, this.socket.userCode()));
    if (answer === undefined || 'kind' in answer) return;
    this.isOver.set(false);
    this.issued.set(answer);
  }

  /** For how long a code is good, in milliseconds: it ends by the server's clock. */
  private leftOf(code: JoinCode | null): number {
    return Math.max(0, (code?.endsAt ?? 0) - this.clock.now());
  }

  protected pressEnter(event: Event): void {
    if (!(event instanceof KeyboardEvent && isComposing(event))) void this.join();
  }

  protected async join(): Promise<void> {
    const field = this.field()?.nativeElement;
    const typed = field?.value.trim() ?? '';
    if (typed === '') return field?.focus();
    const answer = await this.ask((endpoint) => this.requests.redeem(endpoint, typed));
    if (answer === undefined || 'kind' in answer) return field?.select();
    if (field !== undefined) field.value = '';
    this.issued.set(null);
    if (answer.userCode === this.socket.userCode()) return this.notices.show(this.text('settings.joinSame'));
    this.socket.joinUserCode(answer.userCode, answer.epoch);
    this.notices.show(this.text('settings.joined'));
  }

  private async ask<Answer extends object>(
    request: (endpoint: string) => Promise<Answer | JoinFault>,
  ): Promise<Answer | JoinFault | undefined> {
    const endpoint = this.endpoint();
    if (endpoint === undefined || this.isBusy()) return undefined;
    this.isBusy.set(true);
    const answer = await request(endpoint);
    this.isBusy.set(false);
    this.fault.set('kind' in answer ? answer : null);
    return answer;
  }
}
