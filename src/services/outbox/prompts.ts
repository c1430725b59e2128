import { inject, InjectionToken, Service } from '@angular/core';
import { BehaviorSubject, EMPTY, type Observable } from 'rxjs';

import { CODEC, encodeSent } from '../codec/codec.ts';
import { TEXTS } from '../texts/texts.ts';
import type { Delivery, OutboxSocket, Prompt } from './outbox-entry.ts';
import type { Outbox } from './outbox.ts';

/** What prompts are given to. */
export type Prompts = Pick<Outbox, keyof Outbox>;

/** Who sends prompts. Default: {@link DirectPrompts}, at once or not at all; with `withOutbox`, the {@link Outbox}. */
export const PROMPTS = new InjectionToken<Prompts>('PROMPTS');

/** Sends a prompt at once where there is a connection; without one it has failed. Stores nothing. */
@Service({ autoProvided: false })
export class DirectPrompts implements Prompts {
  readonly #codec = inject(CODEC);
  readonly #texts = inject(TEXTS);
  readonly #deliveries = new Map<string, BehaviorSubject<Delivery>>();
  #socket: OutboxSocket | undefined;

  readonly unanswered: ReadonlySet<string> = new Set();
  readonly restored$: Observable<Prompt> = EMPTY;

  add(prompt: Prompt): void {
    const delivery = new BehaviorSubject<Delivery>(this.#write(prompt));
    this.#deliveries.set(prompt.id, delivery);
    // It does not come any further: whoever wants to know asks at once.
    queueMicrotask(() => this.#deliveries.delete(prompt.id));
  }

  cancel(promptId: string): void {
    const message = { type: 'cancel', replyTo: promptId } as const;
    const frame = encodeSent(this.#codec, message);
    if (frame !== undefined) this.#socket?.send(message, frame);
  }

  attach(socket: OutboxSocket): void {
    this.#socket = socket;
  }

  detach(): void {
    this.#socket = undefined;
  }

  releaseToOtherTabs(): void {
    // Nothing waits.
  }

  failSent(): void {
    this.#socket = undefined;
  }

  receiveAnswer(): 'pass on' {
    return 'pass on';
  }

  delivery$(id: string): Observable<Delivery> {
    return this.#deliveries.get(id)?.asObservable() ?? EMPTY;
  }

  #write(prompt: Prompt): Delivery {
    const frame = encodeSent(this.#codec, prompt);
    if (frame === undefined) return this.#failed('unencodable');
    if (this.#socket === undefined) return this.#failed('not_connected');
    return this.#socket.send(prompt, frame) ? { state: 'sent' } : this.#failed('not_connected');
  }

  #failed(reason: 'unencodable' | 'not_connected'): Delivery {
    return { state: 'failed', reason, cause: this.#texts.failures[reason] };
  }
}
