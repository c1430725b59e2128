import type { PromptMessage } from '../../protocol/index.ts';
import { nameOf, type OutboxStore, type Waiting } from '../outbox/outbox-store.ts';

interface Row {
  readonly message: Waiting;
  page: MemoryOutboxStore;
}

/** What several pages of a browser have stored together, for specs. */
export class MemoryOutbox {
  private readonly rows = new Map<string, Row>();
  private readonly livePages = new Set<MemoryOutboxStore>();

  /** Opens a page. */
  page(): MemoryOutboxStore {
    const page = new MemoryOutboxStore(this.rows, this.livePages);
    this.livePages.add(page);
    return page;
  }

  /** Closes every page. */
  closePages(): void {
    this.livePages.clear();
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
  private readonly rows: Map<string, Row>;
  private readonly livePages: Set<MemoryOutboxStore>;

  constructor(rows: Map<string, Row>, livePages: Set<MemoryOutboxStore>) {
    this.rows = rows;
    this.livePages = livePages;
  }

  /** Closes the page. */
  leave(): void {
    this.livePages.delete(this);
  }

  adopt(): Promise<readonly Waiting[]> {
    const left = [...this.rows.values()].filter(({ page }) => !this.livePages.has(page));
    for (const row of left) row.page = this;
    return Promise.resolve(left.map(({ message }) => message));
  }

  save(message: Waiting): Promise<void> {
    this.rows.set(nameOf(message), { message, page: this });
    return Promise.resolve();
  }

  delete(message: Waiting): Promise<void> {
    this.rows.delete(nameOf(message));
    return Promise.resolve();
  }
}
