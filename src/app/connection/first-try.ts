import { DestroyRef, inject, Injectable, linkedSignal, type Signal, signal } from '@angular/core';

import { WebSocketService, WebSocketStatus } from '../../services/index.ts';

/** How long the first try is waited for, in milliseconds: a server may never greet. */
const LONGEST_MS = 2_000;

/**
 * Whether the first try to connect is over, however it went, or takes too long. What the page can do without until then waits for it, and
 * leaves the line to what the connection needs.
 */
@Injectable({ providedIn: 'root' })
export class FirstTry {
  private readonly socket = inject(WebSocketService);
  private readonly isLate = signal(false);
  /** Stays true. */
  readonly isOver: Signal<boolean> = linkedSignal<boolean, boolean>({
    source: () => this.isLate() || this.isDecided(),
    computation: (isOver, before) => before?.value === true || isOver,
  });

  constructor() {
    const timer = setTimeout(() => this.isLate.set(true), LONGEST_MS);
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  /** A socket that is open has still to bring the greeting. */
  private isDecided(): boolean {
    const status = this.socket.status();
    if (status === WebSocketStatus.CONNECTED) return this.socket.welcome() !== null;
    return status !== WebSocketStatus.DISCONNECTED && status !== WebSocketStatus.CONNECTING;
  }
}
