import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { fromEvent } from 'rxjs';

import { OPEN_CHANNEL, serverAddress, WebSocketService } from '../../services/index.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import { AccessGate } from './access-gate.ts';
import { ASK_FOR_PASS, type PassAnswer, type PassRequest } from './ask-for-pass.ts';

/** What is wrong with the last try, as the texts have it. */
type Fault = 'over' | Exclude<PassAnswer['kind'], 'admitted'>;

/** Lies over all pages while the server asks for a password: asks, or takes the pass of an invitation. */
@Component({
  selector: 'kitten-access-page',
  imports: [MatButton],
  templateUrl: './access-page.html',
  styleUrl: './access-page.scss',
})
export class AccessPage {
  private readonly socket = inject(WebSocketService);
  private readonly ask = inject(ASK_FOR_PASS);
  private readonly document = inject(DOCUMENT);
  private readonly endpoint = toSignal(this.socket.endpoint$, { initialValue: '' });
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('password');
  /** Another tab that is let in has the browser let in. */
  private readonly tabs = inject(OPEN_CHANNEL)('ask-kitten.access');
  private readonly fault = signal<Fault | undefined>(undefined);
  private readonly seconds = signal(0);

  protected readonly gate = inject(AccessGate);
  protected readonly text = injectText();
  protected readonly areTextsThere = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly serverPage = computed(() => serverAddress(this.endpoint()));
  /** The cookie of a server elsewhere would not be sent from here. */
  protected readonly isElsewhere = computed(() => new URL(this.serverPage()).host !== this.document.location.host);
  protected readonly problem = computed(() => {
    switch (this.fault()) {
      case 'wrong':
        return this.text('access.wrong');
      case 'over':
        return this.text('access.over');
      case 'too-many':
        return this.text('access.tooMany', { seconds: this.seconds() });
      case 'unreachable':
        return this.text('access.unreachable');
      case undefined:
        return '';
    }
  });

  constructor() {
    void inject(Language)
      .loadAll()
      .then(() => this.areTextsThere.set(true));
    inject(DestroyRef).onDestroy(() => this.tabs?.close());
    if (this.tabs !== null) this.tabs.onmessage = () => this.connect();
    // Who was sent the link meanwhile puts it into the address of this page.
    fromEvent(window, 'hashchange')
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.gate.readInvitation();
        this.takeInvitation();
      });
    afterNextRender(() => this.takeInvitation());
    afterRenderEffect(() => this.field()?.nativeElement.focus());
  }

  protected async enter(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.field()?.nativeElement;
    if (field === undefined || field.value === '') return field?.focus();
    await this.tryFor({ password: field.value });
    field.select();
  }

  private takeInvitation(): void {
    const pass = this.gate.takeInvitation();
    if (pass !== undefined && !this.isElsewhere()) void this.tryFor({ pass });
  }

  private async tryFor(request: PassRequest): Promise<void> {
    this.isBusy.set(true);
    const answer = await this.ask(this.endpoint(), request);
    this.isBusy.set(false);
    this.fault.set(faultOf(answer, request));
    if (answer.kind === 'too-many') this.seconds.set(answer.seconds);
    if (answer.kind !== 'admitted') return;
    this.tabs?.postMessage('admitted');
    this.connect();
  }

  private connect(): void {
    // A failure is told by the streams; the promise would only tell it again.
    void this.socket.connect();
  }
}

function faultOf({ kind }: PassAnswer, request: PassRequest): Fault | undefined {
  if (kind === 'admitted') return undefined;
  return kind === 'wrong' && 'pass' in request ? 'over' : kind;
}
