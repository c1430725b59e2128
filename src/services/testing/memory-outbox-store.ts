import type { PromptMessage } from '../../protocol/index.ts';
import type { OutboxStore } from '../outbox-store.ts';

/** What several pages of a browser keep together, for specs. */
export class MemoryOutbox {
  private readonly rows = new Map<string, { readonly prompt: PromptMessage; page: MemoryOutboxStore }>();
  private readonly livePages = new Set<MemoryOutboxStore>();

  /** Opens a page. */
  page(): MemoryOutboxStore {
    const page = new MemoryOutboxStore(this.rows, this.livePages);
    this.livePages.add(page);
    return page;
  }

  /** Everything that is kept, oldest first. */
  get prompts(): readonly PromptMessage[] {
    return [...this.rows.values()].map(({ prompt }) => prompt);
  }
}

/** One page's view of a {@link MemoryOutbox}. */
export class MemoryOutboxStore implements OutboxStore {
  private readonly rows: Map<string, { readonly prompt: PromptMessage; page: MemoryOutboxStore }>;
  private readonly livePages: Set<MemoryOutboxStore>;

  constructor(
    rows: Map<string, { readonly prompt: PromptMessage; page: MemoryOutboxStore }>,
    livePages: Set<MemoryOutboxStore>,
  ) {
    this.rows = rows;
    this.livePages = livePages;
  }

  /** Closes the page. */
  leave(): void {
    this.livePages.delete(this);
  }

  adopt(): Promise<readonly PromptMessage[]> {
    const left = [...this.rows.values()].filter(({ page }) => !this.livePages.has(page));
    for (const row of left) row.page = this;
    return Promise.resolve(left.map(({ prompt }) => prompt));
  }

  put(prompt: PromptMessage): Promise<void> {
    this.rows.set(prompt.id, { prompt, page: this });
    return Promise.resolve();
  }

  delete(id: string): Promise<void> {
    this.rows.delete(id);
    return Promise.resolve();
  }
}
