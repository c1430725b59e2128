import { Service } from '@angular/core';
import { BehaviorSubject, NEVER, type Observable } from 'rxjs';

import {
  type CancelMessage,
  encode,
  type Limits,
  type PromptMessage,
  type ServerMessage,
} from '../protocol/index.ts';

/** How far a prompt has come on its way. */
export type Delivery =
  /** It waits for a connection. */
  | { readonly state: 'queued' }
  /** It has been written to the socket. With a basic server this is the end. */
  | { readonly state: 'sent' }
  /** The server has it, and has made a job of it. */
  | { readonly state: 'accepted' }
  /** It will not be sent again by itself. */
  | { readonly state: 'failed'; readonly cause: string };

/** What the outbox writes to. */
export interface Link {
  readonly send: (frame: string) => void;
  /** Whether the server says `accepted`: a full server does, a basic one does not. */
  readonly acknowledges: boolean;
  readonly limits: Limits;
}

interface Entry {
  readonly prompt: PromptMessage;
  readonly delivery: BehaviorSubject<Delivery>;
}

/** Prompts that may wait at once; a further one fails at once rather than push out an older one. */
const CAPACITY = 1_000;

/**
 * Prompts on their way. They go out in order as soon as there is a link, and again over every new link
 * until the server has accepted them: their `id` makes that harmless.
 */
@Service()
export class Outbox {
  private readonly entries = new Map<string, Entry>();
  private readonly pending = new Set<Entry>();
  private readonly cancels: CancelMessage[] = [];
  private link: Link | undefined;

  /** Takes a prompt, and sends it now or when there is a link. */
  add(prompt: PromptMessage): void {
    const entry: Entry = { prompt, delivery: new BehaviorSubject<Delivery>({ state: 'queued' }) };
    this.entries.set(prompt.id, entry);
    if (this.pending.size >= CAPACITY) return this.fail(entry, '等待发送的消息太多。');
    this.pending.add(entry);
    this.write(entry);
  }

  /** Withdraws a prompt that has not gone out yet, or asks the server to stop its job. */
  cancel(promptId: string): void {
    const entry = this.entries.get(promptId);
    if (entry?.delivery.value.state === 'queued') return this.fail(entry, '已取消。');
    this.cancels.push({ type: 'cancel', replyTo: promptId });
    this.writeCancels();
  }

  /** A link is there: everything that waits goes out, oldest first. */
  attach(link: Link): void {
    this.link = link;
    for (const entry of [...this.pending]) this.write(entry);
    this.writeCancels();
  }

  /** The link is gone: what it carried without an answer waits again. */
  detach(): void {
    this.link = undefined;
    for (const { delivery } of this.pending) {
      if (delivery.value.state !== 'queued') delivery.next({ state: 'queued' });
    }
  }

  /** Reads in a server's message what became of a prompt. */
  hear(message: ServerMessage): void {
    const entry = message.replyTo === undefined ? undefined : this.entries.get(message.replyTo);
    if (entry === undefined || !this.pending.has(entry)) return;
    if (message.type === 'error' && message.jobId === undefined) return this.fail(entry, message.content);
    if (message.jobId === undefined) return;
    // Whatever comes of its job says that it has arrived, even where `accepted` itself was lost.
    this.pending.delete(entry);
    entry.delivery.next({ state: 'accepted' });
  }

  /**
   * How far a prompt has come. Hot; replays the current state; never errors or completes.
   * Emits nothing for one that this page has not sent.
   */
  delivery$(id: string): Observable<Delivery> {
    return this.entries.get(id)?.delivery.asObservable() ?? NEVER;
  }

  private write(entry: Entry): void {
    if (this.link === undefined) return;
    const frame = encode(entry.prompt);
    if (!frame.ok) return this.fail(entry, '这条消息无法编码。');
    if (new TextEncoder().encode(frame.value).length > this.link.limits.maxFrameBytes) {
      // The server would close the socket for it, again at every reconnect.
      return this.fail(entry, '这条消息太大。');
    }
    this.link.send(frame.value);
    entry.delivery.next({ state: 'sent' });
    if (!this.link.acknowledges) this.pending.delete(entry);
  }

  private writeCancels(): void {
    for (const cancel of this.link === undefined ? [] : this.cancels.splice(0)) {
      const frame = encode(cancel);
      if (frame.ok) this.link?.send(frame.value);
    }
  }

  private fail(entry: Entry, cause: string): void {
    this.pending.delete(entry);
    entry.delivery.next({ state: 'failed', cause });
  }
}
