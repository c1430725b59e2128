import { DestroyRef, inject, Service } from '@angular/core';
import { BehaviorSubject, filter, NEVER, type Observable, Subject, type Subscription, switchMap, timer } from 'rxjs';

import {
  type CancelMessage,
  encode,
  type Limits,
  type PromptMessage,
  type ServerMessage,
} from '../../protocol/index.ts';
import { CANCEL_LINE } from '../platform/browser.ts';
import type { Delivery, DeliveryFailure } from './delivery.ts';
import { OUTBOX_STORE, type Waiting } from './outbox-store.ts';

/** What the outbox writes to. */
export interface OutboxLink {
  readonly send: (frame: string) => void;
  /** Whether the server says `accepted`: a full server does, a basic one does not. */
  readonly acknowledges: boolean;
  readonly limits: Limits;
}

interface Entry {
  readonly prompt: PromptMessage;
  readonly delivery: BehaviorSubject<Delivery>;
  /** Whether the server may have it: it has been written to a socket, which may have been lost since. */
  wasWritten: boolean;
  /** Whether it has been cancelled after that: its job is stopped as soon as it is known. */
  isUnwanted: boolean;
}

/** Prompts that may wait at once; a further one fails at once rather than push out an older one. */
const CAPACITY = 1_000;

/** How long a server may take to answer a prompt before it is sent again, in milliseconds. */
const ANSWER_TIMEOUT = 10_000;

/** How long a refusal for a while is waited out where the server does not say, in milliseconds. */
const REFUSAL_WAIT = 3_000;

/** How long the store may take to hand over what it has kept, in milliseconds. */
const STORE_PATIENCE = 2_000;

/**
 * Prompts on their way, kept beyond the page. They go out in order as soon as there is a link, and again over every
 * new link until the server has accepted them: their `id` makes that harmless.
 *
 * A server that acknowledges gets one at a time, so that a prompt which it turns away for a while is not overtaken.
 */
@Service()
export class Outbox {
  private readonly store = inject(OUTBOX_STORE);
  private readonly otherTabs = inject(CANCEL_LINE);
  private readonly entries = new Map<string, Entry>();
  /** In the order of sending. */
  private pending: readonly Entry[] = [];
  /** Ids of prompts whose jobs are to be stopped when there is a link. */
  private readonly cancels = new Set<string>();
  private readonly restored = new Subject<PromptMessage>();
  private link: OutboxLink | undefined;
  private isRestored = false;
  private answer: Subscription | undefined;

  /** Prompts of an earlier page that this one sends. Hot; replays nothing; never errors or completes. */
  readonly restored$: Observable<PromptMessage> = this.restored.asObservable();

  private readonly patience = timer(STORE_PATIENCE).subscribe(() => this.begin());

  constructor() {
    const { otherTabs } = this;
    if (otherTabs !== null) {
      otherTabs.onmessage = ({ data }: MessageEvent<string>) => void this.withdraw(data);
      inject(DestroyRef).onDestroy(() => otherTabs.close());
    }
    void this.restore();
  }

  /** Takes a prompt, and sends it when its turn comes. */
  add(prompt: PromptMessage): void {
    const entry = this.enter(prompt);
    if (this.pending.length >= CAPACITY) return this.fail(entry, 'outbox_full', '等待发送的消息太多。');
    this.pending = [...this.pending, entry];
    // Kept while it is on its way: where the browser keeps nothing, it lives as long as the page.
    this.keep(prompt);
    this.advance();
  }

  /** Withdraws a prompt that has not gone out yet, in whichever tab, or asks the server to stop its job. */
  cancel(promptId: string): void {
    if (this.withdraw(promptId)) return;
    this.otherTabs?.postMessage(promptId);
    this.stop(promptId);
  }

  /** A link is there: what waits goes out, oldest first. */
  attach(link: OutboxLink): void {
    this.link = link;
    this.advance();
    void this.restore();
  }

  /** The link is gone: what it carried without an answer waits again. */
  detach(): void {
    this.link = undefined;
    this.answer?.unsubscribe();
    this.takeBack();
  }

  /** The link was closed for what it carried: that is not sent again, or the next one would be closed too. */
  refuse(): void {
    this.link = undefined;
    const entry = this.pending.find(isUnderWay);
    if (entry !== undefined) this.fail(entry, 'too_large', '这条消息太大。');
  }

  /**
   * Reads in a server's message what became of a prompt. A refusal for a while (too fast, too many jobs) is
   * waited out, and no news to anybody else.
   */
  hear(message: ServerMessage): 'news' | 'no news' {
    const entry = this.pending.find(({ prompt }) => prompt.id === message.replyTo);
    if (entry === undefined) return 'news';
    if (message.type === 'error' && message.jobId === undefined) {
      if (message.retryable) {
        this.repeatAfter(message.retryAfterMs ?? REFUSAL_WAIT);
        return 'no news';
      }
      this.fail(entry, message.code, message.content);
    }
    // Whatever comes of its job says that it has arrived, even where `accepted` itself was lost.
    if (message.jobId !== undefined) this.accept(entry);
    return 'news';
  }

  /**
   * How far a prompt has come. Hot; replays the current state; never errors or completes.
   * Emits nothing for one that neither this page nor one before it has on its way.
   */
  delivery$(id: string): Observable<Delivery> {
    const known = this.entries.get(id)?.delivery.asObservable();
    if (known !== undefined) return known;
    // What an earlier page has sent may be shown before the store has handed it over.
    return this.restored$.pipe(
      filter((prompt) => prompt.id === id),
      switchMap(() => this.entries.get(id)?.delivery ?? NEVER),
    );
  }

  private enter(prompt: PromptMessage): Entry {
    const delivery = new BehaviorSubject<Delivery>({ state: 'queued' });
    const entry: Entry = { prompt, delivery, wasWritten: false, isUnwanted: false };
    this.entries.set(prompt.id, entry);
    return entry;
  }

  /** Takes over what no page looks after. However late the store answers, what it hands over is this page's to send. */
  private async restore(): Promise<void> {
    const left = await this.store.adopt().catch((): readonly Waiting[] => []);
    const prompts = left.filter((message) => message.type === 'text');
    const strange = prompts.filter(({ id }) => !this.entries.has(id)).map((prompt) => this.enter(prompt));
    // The page before may have written them to its socket.
    for (const entry of strange) entry.wasWritten = true;
    // They are older than anything that this page has sent, but for what is under way already.
    this.pending = [
      ...this.pending.filter(isUnderWay),
      ...strange,
      ...this.pending.filter((entry) => !isUnderWay(entry)),
    ];
    const cancels = left.filter((message) => message.type === 'cancel').map(({ replyTo }) => replyTo);
    this.cancelAgain([...this.cancels, ...cancels]);
    for (const { prompt } of strange) this.restored.next(prompt);
    this.begin();
  }

  /** What was cancelled may be among what has been handed over. */
  private cancelAgain(promptIds: readonly string[]): void {
    this.cancels.clear();
    for (const promptId of promptIds) {
      if (!this.withdraw(promptId)) this.cancels.add(promptId);
    }
  }

  private begin(): void {
    this.patience.unsubscribe();
    this.isRestored = true;
    this.advance();
  }

  /** Sends what may be sent now. */
  private advance(): void {
    for (let next = this.next(); next !== undefined; next = this.next()) this.write(next.entry, next.link);
    this.writeCancels();
  }

  private next(): { readonly entry: Entry; readonly link: OutboxLink } | undefined {
    const [entry] = this.pending;
    const { link } = this;
    const mayGo = this.isRestored && !this.pending.some(isUnderWay);
    return mayGo && link !== undefined && entry !== undefined ? { entry, link } : undefined;
  }

  private write(entry: Entry, { send, acknowledges, limits }: OutboxLink): void {
    // A basic server stops nothing: what it may have had is not sent to it again.
    if (entry.isUnwanted && !acknowledges) return this.failCancelled(entry);
    const frame = encode(entry.prompt);
    if (!frame.ok) return this.fail(entry, 'unencodable', '这条消息无法编码。');
    if (new TextEncoder().encode(frame.value).length > limits.maxFrameBytes) {
      // The server would close the socket for it, again at every reconnect.
      return this.fail(entry, 'too_large', '这条消息太大。');
    }
    send(frame.value);
    entry.wasWritten = true;
    if (!acknowledges) return this.settle(entry, { state: 'sent' });
    entry.delivery.next({ state: 'sent' });
    this.repeatAfter(ANSWER_TIMEOUT);
  }

  /** Sends the prompt under way again after a while, if nothing has become of it by then. */
  private repeatAfter(milliseconds: number): void {
    this.answer?.unsubscribe();
    this.answer = timer(milliseconds).subscribe(() => {
      this.takeBack();
      this.advance();
    });
  }

  private takeBack(): void {
    for (const { delivery } of this.pending) {
      if (delivery.value.state === 'sent') delivery.next({ state: 'queued' });
    }
  }

  /** Withdraws a prompt that this page has on its way; returns whether it has. */
  private withdraw(promptId: string): boolean {
    const entry = this.pending.find(({ prompt }) => prompt.id === promptId);
    if (entry === undefined) return false;
    entry.isUnwanted = true;
    if (entry.wasWritten) this.keep(cancelOf(promptId));
    else this.failCancelled(entry);
    return true;
  }

  /** Has the server stop a job, now or over the next link. */
  private stop(promptId: string): void {
    this.cancels.add(promptId);
    this.writeCancels();
    if (this.cancels.has(promptId)) this.keep(cancelOf(promptId));
  }

  private writeCancels(): void {
    const { link } = this;
    // What is to be cancelled may be in the store, and go out before.
    if (link === undefined || !this.isRestored) return;
    for (const promptId of this.cancels) {
      this.cancels.delete(promptId);
      const cancel = cancelOf(promptId);
      const frame = encode(cancel);
      if (frame.ok) link.send(frame.value);
      this.forget(cancel);
    }
  }

  private accept(entry: Entry): void {
    this.settle(entry, { state: 'accepted' });
    if (entry.isUnwanted) this.stop(entry.prompt.id);
  }

  private failCancelled(entry: Entry): void {
    this.fail(entry, 'cancelled', '已取消。');
  }

  private fail(entry: Entry, reason: DeliveryFailure, cause: string): void {
    this.settle(entry, { state: 'failed', reason, cause });
  }

  /** Has done with a prompt, and goes on to the next. */
  private settle(entry: Entry, delivery: Delivery): void {
    if (entry.delivery.value.state === 'sent') this.answer?.unsubscribe();
    this.pending = this.pending.filter((other) => other !== entry);
    entry.delivery.next(delivery);
    this.forget(entry.prompt);
    if (entry.isUnwanted) this.forget(cancelOf(entry.prompt.id));
    if (delivery.state !== 'sent') this.advance();
  }

  private keep(message: Waiting): void {
    this.store.put(message).catch(() => undefined);
  }

  private forget(message: Waiting): void {
    this.store.delete(message).catch(() => undefined);
  }
}

function cancelOf(replyTo: string): CancelMessage {
  return { type: 'cancel', replyTo };
}

/** Whether an entry has been written to the link that is there, and not been answered yet. */
function isUnderWay({ delivery }: Entry): boolean {
  return delivery.value.state === 'sent';
}
