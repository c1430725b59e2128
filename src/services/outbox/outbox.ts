import { DestroyRef, inject, Service } from '@angular/core';
import { type Observable, Subject, type Subscription, timer } from 'rxjs';

import { merged } from '../platform/combine-streams.ts';
import type { ServerMessage } from '../../protocol/index.ts';
import { CODEC, encodeSent } from '../codec/codec.ts';
import { ServerStorage } from '../identity/server-storage.ts';
import { TEXTS } from '../texts/texts.ts';
import { byteLength } from '../platform/byte-length.ts';
import { CancelRequests } from './cancel-requests.ts';
import { OUTBOX_STORE } from './indexed-db-outbox-store.ts';
import type { Delivery, DeliveryFailure, OutboxEntry, OutboxSocket, Prompt } from './outbox-entry.ts';
import { ANSWER_TIMEOUT, CAPACITY, REFUSAL_WAIT, STORE_PATIENCE } from './outbox-limits.ts';
import { isForAnother, OutboxQueue } from './outbox-queue.ts';
import type { Stored } from './outbox-store.ts';
import { StoredPrompts } from './stored-prompts.ts';
import { OutboxChannel, type TabMessage } from './outbox-channel.ts';

/**
 * Prompts on their way, stored beyond the page. They go out in order as soon as there is a socket, and again over
 * every new one until the server has accepted them: their `id` makes that harmless.
 * A server that acknowledges gets one at a time, so that a prompt which it turns away for a while is not overtaken.
 */
@Service({ autoProvided: false })
export class Outbox {
  readonly #store = inject(OUTBOX_STORE);
  readonly #codec = inject(CODEC);
  readonly #serverStorage = inject(ServerStorage);
  readonly #texts = inject(TEXTS);
  readonly #channel = new OutboxChannel((message) => this.#handleTabMessage(message));
  readonly #queue = new OutboxQueue();
  readonly #cancels = new CancelRequests(this.#store, this.#codec);
  readonly #stored = new StoredPrompts(this.#store, this.#queue, this.#serverStorage);
  readonly #restored = new Subject<Prompt>();
  #socket: OutboxSocket | undefined;
  /** The server that the backend has now, once it is known: nothing that is for another one goes out. */
  #endpoint = this.#serverStorage.endpoint;
  /** Whether it is known what the store hands over, or that it takes too long to say so. */
  #isRestored = false;
  #isReleasing = false;
  #answer: Subscription | undefined;
  #patience: Subscription | undefined;

  /** The ids of prompts whose answer is still to come: {@link receiveAnswer} wants to have it. */
  readonly unanswered: ReadonlySet<string> = this.#queue.unanswered;
  /** Prompts of an earlier page that this one sends. Hot; replays nothing; never errors or completes. */
  readonly restored$: Observable<Prompt> = this.#restored.asObservable();

  constructor() {
    const more = merged(this.#store.pageClosed$, this.#stored.retry$).subscribe(() => this.#restoreWhereConnected());
    this.#awaitStore();
    const moved = this.#serverStorage.endpoint$.subscribe((endpoint) => this.#moveTo(endpoint));
    inject(DestroyRef).onDestroy(() => {
      [more, moved, this.#patience, this.#answer].forEach((wait) => wait?.unsubscribe());
      this.#store.close().catch(() => undefined);
    });
    void this.#restore().then(() => this.#channel.post({ kind: 'opened' }));
  }

  /** Sends a prompt when its turn comes. */
  add(prompt: Prompt): void {
    const endpoint = this.#endpoint;
    const entry = this.#queue.create(prompt, endpoint);
    if (this.#queue.countFor(endpoint) >= CAPACITY)
      return this.#fail(entry, 'outbox_full', this.#texts.failures.outbox_full);
    this.#queue.append(entry);
    const release = (): unknown => (this.#isReleasing && entry.stored === 'yes' ? this.#releasePending() : undefined);
    void this.#stored.save(entry).then(release);
    this.#sendNext();
  }

  /** Withdraws a prompt that has not gone out yet, in whichever tab, or asks the server to stop its job. */
  cancel(promptId: string): void {
    if (this.#withdraw(promptId)) return;
    this.#channel.post(promptId);
    this.#requestStop(promptId);
  }

  /** A socket is open: what waits goes out, oldest first. */
  attach(socket: OutboxSocket): void {
    this.#socket = socket;
    this.#isReleasing = false;
    // What is taken back was given to this page before what it has had since.
    if (this.#queue.pending.some(({ isReleased }) => isReleased)) this.#awaitStore();
    this.#sendNext();
    void this.#restore();
  }

  /** There is no connection, and none is near: another tab that has one may send what waits. */
  releaseToOtherTabs(): void {
    this.#isReleasing = true;
    void this.#releasePending();
  }

  /** The socket is gone: what went over it without an answer waits again. */
  detach(): void {
    this.#socket = undefined;
    this.#answer?.unsubscribe();
    this.#queue.requeue();
  }

  /** The socket was closed for the prompt that went over it: sent again, it would close the next one too. */
  failSent(): void {
    this.#socket = undefined;
    const entry = this.#queue.underWay;
    if (entry !== undefined) this.#fail(entry, 'too_large', this.#texts.failures.too_large);
  }

  /**
   * Reads in a server's answer what became of a prompt, and says what is to become of the answer. A refusal for a while (too
   * fast, too many jobs) is waited out here.
   */
  receiveAnswer(message: ServerMessage): 'pass on' | 'withhold' {
    const entry = this.#queue.findPending(message.replyTo);
    if (entry === undefined) return 'pass on';
    if (message.type === 'error' && message.jobId === undefined) {
      if (message.retryable) {
        this.#resendAfter(message.retryAfterMs ?? REFUSAL_WAIT, entry, message.code);
        return 'withhold';
      }
      this.#fail(entry, message.code, message.content);
    }
    // Whatever comes of its job says that it has arrived, even where `accepted` itself was lost.
    if (message.jobId !== undefined) this.#markAccepted(entry);
    return 'pass on';
  }

  /**
   * How far a prompt has come. Hot; replays the current state; never errors or completes.
   * Emits nothing for one that neither this page nor one before it has on its way.
   */
  delivery$(id: string): Observable<Delivery> {
    // What an earlier page has sent may be shown before the store has handed it over.
    return this.#queue.deliveryOf(id);
  }

  /** The server is known, or is another one than before: what is for another is left to a page that has that one. */
  #moveTo(endpoint: string): void {
    if (endpoint === this.#endpoint) return;
    this.#endpoint = endpoint;
    this.#queue.moveTo(endpoint);
    this.#cancels.assign(endpoint);
    this.#awaitStore();
    const isToLeave = this.#queue.pending.some((entry) => !entry.isReleased && isForAnother(entry, endpoint));
    void (isToLeave ? this.#releasePending() : Promise.resolve()).then(() => this.#restore());
  }

  /** Takes over what no page looks after. However late the store answers, what it hands over is this page's to send. */
  async #restore(): Promise<void> {
    const left = await this.#stored.adopt();
    const strange = this.#stored.createEntries(left);
    this.#queue.reclaim(left);
    this.#queue.prepend(strange);
    this.#restoreCancels([...this.#cancels.stored, ...left]);
    for (const { prompt } of strange) this.#restored.next(prompt);
    this.#startSending();
    await this.#stored.findElsewhere();
  }

  /** A page without a connection leaves it to one that has one. */
  #restoreWhereConnected(): void {
    if (this.#socket !== undefined) void this.#restore();
  }

  async #releasePending(): Promise<void> {
    const channel = this.#channel;
    const { pending } = this.#queue;
    if (!channel.canBeReached || pending.length + this.#cancels.stored.length === 0) return;
    // A store that has refused them may take them now.
    const refused = pending.filter(({ stored }) => stored === 'refused');
    await Promise.all(refused.map((entry) => this.#stored.save(entry)));
    try {
      await this.#store.release();
    } catch {
      return;
    }
    for (const entry of pending) if (entry.stored === 'yes') entry.isReleased = true;
    if (this.#socket === undefined) return channel.post({ kind: 'handed-over' });
    this.#awaitStore();
    await this.#restore();
  }

  #handleTabMessage(message: TabMessage): void {
    if (typeof message === 'string') {
      this.#withdraw(message);
    } else if (message.kind !== 'settled') {
      this.#restoreWhereConnected();
    } else {
      const entry = this.#queue.findPending(message.id);
      if (entry?.isReleased === true) this.#finish(entry, message.delivery);
    }
  }

  /** What was cancelled may be among what has been handed over. */
  #restoreCancels(stored: readonly Stored[]): void {
    for (const { message, endpoint = this.#endpoint } of stored) {
      if (message.type !== 'cancel') continue;
      if (this.#withdraw(message.replyTo)) this.#cancels.delete(message.replyTo);
      else this.#cancels.add(message.replyTo, endpoint);
    }
  }

  /** Nothing is sent until the store has answered, but for so long only. */
  #awaitStore(): void {
    this.#isRestored = false;
    this.#patience?.unsubscribe();
    this.#patience = timer(STORE_PATIENCE).subscribe(() => this.#startSending());
  }

  #startSending(): void {
    this.#patience?.unsubscribe();
    this.#isRestored = true;
    this.#sendNext();
  }

  /** Sends what may be sent now. */
  #sendNext(): void {
    // What is to be cancelled may still be in the store, and has to go out before.
    while (this.#socket !== undefined && this.#isRestored) {
      const entry = this.#queue.nextFor(this.#endpoint);
      if (entry === undefined || this.#queue.underWay !== undefined) {
        return this.#cancels.sendTo(this.#endpoint, this.#socket);
      }
      this.#write(entry, this.#socket);
    }
  }

  #write(entry: OutboxEntry, { send, acknowledges, limits }: OutboxSocket): void {
    // A basic server stops nothing: what it may have had is not sent to it again.
    if (entry.isUnwanted && !acknowledges) return this.#failCancelled(entry);
    const frame = encodeSent(this.#codec, entry.prompt);
    if (frame === undefined) return this.#fail(entry, 'unencodable', this.#texts.failures.unencodable);
    if (byteLength(frame) > limits.maxFrameBytes) {
      // The server would close the socket for it, again at every reconnect.
      return this.#fail(entry, 'too_large', this.#texts.failures.too_large);
    }
    // A socket that is closing carries nothing any more: what waits is for the next one.
    if (!send(entry.prompt, frame)) return void (this.#socket = undefined);
    entry.wasWritten = true;
    if (!acknowledges) return this.#finish(entry, { state: 'sent' });
    this.#resendAfter(ANSWER_TIMEOUT, entry);
  }

  /** Sends the prompt under way again after a while, if nothing has become of it by then; `reason` is why it was turned away. */
  #resendAfter(waitMs: number, { delivery }: OutboxEntry, reason?: string): void {
    delivery.next({ state: 'sent', ...(reason !== undefined && { refusal: { reason, waitMs } }) });
    this.#answer?.unsubscribe();
    this.#answer = timer(waitMs).subscribe(() => {
      this.#queue.requeue();
      this.#sendNext();
    });
  }

  /** Withdraws a prompt that this page has on its way; returns whether it has. */
  #withdraw(promptId: string): boolean {
    const entry = this.#queue.findPending(promptId);
    if (entry === undefined) return false;
    entry.isUnwanted = true;
    if (entry.isReleased) {
      // Another tab may have it: that one is told, and so is the server.
      this.#failCancelled(entry);
      return false;
    }
    if (entry.wasWritten) this.#cancels.save(promptId, entry.endpoint);
    else this.#failCancelled(entry);
    return true;
  }

  /** Has the server stop a job, now or over the next socket. */
  #requestStop(promptId: string): void {
    const { endpoint = this.#endpoint } = this.#queue.get(promptId) ?? {};
    this.#cancels.add(promptId, endpoint);
    this.#cancels.save(promptId, endpoint);
    if (this.#socket !== undefined && this.#isRestored) this.#cancels.sendTo(this.#endpoint, this.#socket);
  }

  #markAccepted(entry: OutboxEntry): void {
    this.#finish(entry, { state: 'accepted' });
    if (entry.isUnwanted) this.#requestStop(entry.prompt.id);
  }

  #failCancelled(entry: OutboxEntry): void {
    this.#fail(entry, 'cancelled', this.#texts.failures.cancelled);
  }

  #fail(entry: OutboxEntry, reason: DeliveryFailure, cause: string): void {
    this.#finish(entry, { state: 'failed', reason, cause });
  }

  /** Has done with a prompt, and goes on to the next. */
  #finish(entry: OutboxEntry, delivery: Delivery): void {
    if (entry.delivery.value.state === 'sent') this.#answer?.unsubscribe();
    this.#queue.remove(entry);
    entry.delivery.next(delivery);
    if (entry.isRestored) this.#channel.post({ kind: 'settled', id: entry.prompt.id, delivery });
    this.#store.delete(entry.prompt).catch(() => undefined);
    if (entry.isUnwanted) this.#cancels.deleteSaved(entry.prompt.id);
    if (delivery.state !== 'sent') this.#sendNext();
  }
}
