import type { ShelfItem, ShelfStore } from '../shelf-store.ts';

/** A shelf that lasts as long as a spec. */
export class MemoryShelfStore implements ShelfStore {
  private readonly kept = new Map<string, { readonly body: Blob; usedAt: number }>();

  async list(): Promise<readonly ShelfItem[]> {
    return [...this.kept].map(([address, { body, usedAt }]) => ({ address, bytes: body.size, usedAt }));
  }

  async get(address: string): Promise<Blob | undefined> {
    return this.kept.get(address)?.body;
  }

  async put(address: string, body: Blob, usedAt: number): Promise<void> {
    this.kept.set(address, { body, usedAt });
  }

  async touch(address: string, usedAt: number): Promise<void> {
    const item = this.kept.get(address);
    if (item !== undefined) item.usedAt = usedAt;
  }

  async delete(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) this.kept.delete(address);
  }
}
