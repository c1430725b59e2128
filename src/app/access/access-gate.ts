import { computed, DOCUMENT, inject, Service, signal } from '@angular/core';

import { PASS_NEEDED, WebSocketService } from '../../services/index.ts';

/** How the pass of an invitation stands in a link: behind `#`, which no server and no log is told. */
const INVITATION = /^#pass=([\w.-]+)$/;

/** Whether the server asks for a password, and whether the person is asked now. */
@Service()
export class AccessGate {
  private readonly socket = inject(WebSocketService);
  private readonly document = inject(DOCUMENT);
  private readonly isPutOff = signal(false);
  private invitation: string | undefined;

  /** Whether nothing but a pass helps. */
  readonly isAsked = computed(() => {
    const { problem, lastCloseReason } = this.socket.connection();
    return problem === 'refused' && lastCloseReason === PASS_NEEDED;
  });
  /** Whether the page that asks is over all others. */
  readonly isShut = computed(() => this.isAsked() && !this.isPutOff());

  constructor() {
    this.readInvitation();
  }

  /** Takes the pass out of the page's address, where it has one: what is in the address is copied, and kept. */
  readInvitation(): void {
    const { location, defaultView } = this.document;
    const [, pass] = INVITATION.exec(location.hash) ?? [];
    if (pass === undefined) return;
    this.invitation = pass;
    defaultView?.history.replaceState(defaultView.history.state, '', location.pathname + location.search);
  }

  /** The pass of the invitation that the page was opened with, once. */
  takeInvitation(): string | undefined {
    const { invitation } = this;
    this.invitation = undefined;
    return invitation;
  }

  /** Leaves the person with what is on the device. */
  putOff(): void {
    this.isPutOff.set(true);
  }

  /** Asks now. */
  show(): void {
    this.isPutOff.set(false);
  }
}
