import { computed, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type ActivatedRouteSnapshot, ResolveEnd, Router } from '@angular/router';
import { BehaviorSubject, filter, type Observable } from 'rxjs';

import { readText, TAB_STORAGE, writeText } from '../preferences/text-storage.ts';
import { newId } from './new-id.ts';

/** A conversation that is shown from now on. */
export interface Opened {
  /** Null for one that has not begun. */
  readonly id: string | null;
  /** Whether it is the one that was shown as not begun: it goes on with what stands there. */
  readonly hasBegun: boolean;
}

/** Marks the route of the chat, by its data. */
export const SHOWS_CONVERSATION = 'showsConversation';

/** Under which the tab keeps the id. */
const NAME = 'ask-kitten.conversation';

/** Which conversation is open, by the page's address. */
@Service()
export class CurrentConversation {
  private readonly router = inject(Router);
  private readonly storage = inject(TAB_STORAGE);
  private readonly current = signal<string | null>(null);
  private readonly opened = new BehaviorSubject<Opened>({ id: null, hasBegun: false });
  private followsFirst = false;
  /** Whether the tab has shown one, or a page that needs none. */
  private hasBegun = false;

  /** The conversation that is open, or was when another page took its place; null for a new one. */
  readonly id = this.current.asReadonly();
  /** The address of the conversation. */
  readonly path = computed(() => pathOf(this.current()));
  /** What is opened. Hot, replays the current one, never errors or completes. */
  readonly opened$: Observable<Opened> = this.opened.asObservable();

  constructor() {
    this.router.events
      // Before the page is made: it begins with what it is to show.
      .pipe(
        filter((event) => event instanceof ResolveEnd),
        takeUntilDestroyed(),
      )
      .subscribe(({ state }) => this.readAddress(leafOf(state.root)));
  }

  /** Opens a conversation, or a new one for null, at one of its turns if wanted. Resolves when it is shown. */
  async openConversation(id: string | null, turnId?: string): Promise<void> {
    this.followsFirst = false;
    await this.navigate(id, { ...(turnId !== undefined && { queryParams: { turn: turnId } }) });
  }

  /** Begins the conversation that is open and has not begun yet; returns its id. */
  begin(): string {
    const id = newId();
    this.show({ id, hasBegun: true });
    void this.replaceAddress(id);
    return id;
  }

  /** Has an empty page of a browser without a history show the first conversation that there is. */
  awaitFirst(): void {
    this.followsFirst = true;
  }

  /** A conversation has been made elsewhere: who waits for the first one is shown it. */
  showIfAwaited(id: string): void {
    if (!this.followsFirst || this.current() !== null) return;
    this.show({ id, hasBegun: false });
    void this.replaceAddress(id);
  }

  /** Leaves a conversation that is not there. */
  leave(id: string): void {
    if (this.current() !== id) return;
    this.show({ id: null, hasBegun: false });
    void this.replaceAddress(null);
  }

  /** Comes back to one that was left because it was gone, unless another one has taken its place. */
  async reopen(id: string): Promise<void> {
    if (this.current() !== null) return;
    this.show({ id, hasBegun: false });
    await this.replaceAddress(id);
  }

  private readAddress(leaf: ActivatedRouteSnapshot): void {
    if (leaf.data[SHOWS_CONVERSATION] !== true) return this.showKept();
    const { conversation } = leaf.params as { readonly conversation?: string };
    const id = conversation ?? null;
    if (id === this.current()) this.storeInTab(id);
    else this.show({ id, hasBegun: false });
  }

  /** A tab that begins anew with another page leads back to the conversation that was open in it. */
  private showKept(): void {
    const id = this.hasBegun ? null : readText(this.storage, NAME);
    this.hasBegun = true;
    if (id !== null) this.show({ id, hasBegun: false });
  }

  private storeInTab(id: string | null): void {
    this.hasBegun = true;
    writeText(this.storage, NAME, id);
  }

  private show(opened: Opened): void {
    if (opened.id !== null) this.followsFirst = false;
    this.storeInTab(opened.id);
    // First: what was written a moment ago belongs to the one before, and may go along.
    this.opened.next(opened);
    this.current.set(opened.id);
  }

  /** Only the chat's own address changes: another page stays where it is. */
  private async replaceAddress(id: string | null): Promise<void> {
    if (leafOf(this.router.routerState.snapshot.root).data[SHOWS_CONVERSATION] !== true) return;
    await this.navigate(id, { replaceUrl: true });
  }

  private async navigate(
    id: string | null,
    extras: { readonly replaceUrl?: boolean; readonly queryParams?: { readonly turn: string } },
  ): Promise<void> {
    await this.router.navigate([pathOf(id)], extras).catch(() => undefined);
  }
}

function pathOf(id: string | null): string {
  return id === null ? '/' : `/c/${id}`;
}

function leafOf(route: ActivatedRouteSnapshot): ActivatedRouteSnapshot {
  return route.firstChild === null ? route : leafOf(route.firstChild);
}
