import { Subject } from 'rxjs';

import type { PromptMessage } from '../../protocol/index.ts';
import { nameOf, type OutboxStore, type Stored, type Waiting } from '../outbox/outbox-store.ts';

interface Row {
  readonly message: Waiting;
  /** The server that it is for; undefined before one is known. */
  endpoint: string | undefined;
  /** Undefined where it has been released. */
  page: MemoryOutboxStore | undefined;
  /** The page that has put it there last, or has adopted it. */
  lastPage: MemoryOutboxStore;
}

/** What several pages of a browser have stored together, for specs. */
export class MemoryOutbox {
  private readonly rows = new Map<string, Row>();
  private readonly livePages = new Set<MemoryOutboxStore>();
  /** Whether the browser refuses to store or to hand over anything. */
  isBlocked = false;

  /** Opens a page. */
  page(): MemoryOutboxStore {
    const page = new MemoryOutboxStore(this, this.rows, this.livePages);
    this.livePages.add(page);
    return page;
  }

  /** Closes every page. */
  closePages(): void {
    this.livePages.clear();
  }

  /** Clears it as a person does in the browser's settings: open pages put back what they look after. */
  clear(): void {
    for (const [name, { lastPage }] of this.rows) {
      if (!this.livePages.has(lastPage)) this.rows.delete(name);
    }
  }

  /** Every prompt that is stored, oldest first. */
  get prompts(): readonly PromptMessage[] {
    return this.messages.filter((message) => message.type === 'text');
  }

  /** Everything that is stored, oldest first. */
  get messages(): readonly Waiting[] {
    return [...this.rows.values()].map(({ message }) => message);
  }
}

/** One page's view of a {@link MemoryOutbox}. */
export class MemoryOutboxStore implements OutboxStore {
  private readonly browser: MemoryOutbox;
  private readonly rows: Map<string, Row>;
  private readonly livePages: Set<MemoryOutboxStore>;

  constructor(browser: MemoryOutbox, rows: Map<string, Row>, livePages: Set<MemoryOutboxStore>) {
    this.browser = browser;
    this.rows = rows;
    this.livePages = livePages;
  }

  readonly pageClosed$ = new Subject<void>();

  /** Closes the page. */
  leave(): void {
    if (!this.livePages.delete(this)) return;
    for (const page of this.livePages) queueMicrotask(() => page.pageClosed$.next());
  }

  async close(): Promise<void> {
    this.leave();
  }

  async adopt(endpoint: string | undefined): Promise<readonly Stored[]> {
    this.expectOpen();
    const left = this.unattended.filter((row) => !isForAnother(row, endpoint));
    for (const row of left) row.page = row.lastPage = this;
    return left.map(storedIn);
  }

  async findElsewhere(endpoint: string | undefined): Promise<readonly Stored[]> {
    this.expectOpen();
    return this.unattended.filter((row) => isForAnother(row, endpoint)).map(storedIn);
  }

  async save({ message, endpoint }: Stored): Promise<void> {
    this.expectOpen();
    this.rows.set(nameOf(message), { message, endpoint, page: this, lastPage: this });
  }

  async assign(endpoint: string): Promise<void> {
    this.expectOpen();
    for (const row of this.rows.values()) if (row.page === this) row.endpoint ??= endpoint;
  }

  async release(): Promise<void> {
    this.expectOpen();
    for (const row of this.rows.values()) if (row.page === this) row.page = undefined;
  }

  async delete(message: Waiting): Promise<void> {
    this.expectOpen();
    this.rows.delete(nameOf(message));
  }

  private get unattended(): readonly Row[] {
    return [...this.rows.values()].filter(({ page }) => page === undefined || !this.livePages.has(page));
  }

  private expectOpen(): void {
    if (this.browser.isBlocked) throw new DOMException('blocked', 'InvalidStateError');
  }
}

function isForAnother(row: Row, endpoint: string | undefined): boolean {
  return row.endpoint !== undefined && row.endpoint !== endpoint;
}

function storedIn({ message, endpoint }: Row): Stored {
  return { message, endpoint };
}
