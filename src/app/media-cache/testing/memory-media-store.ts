import type { CachedMedium, MediaStore } from '../media-store.ts';

/** Saves media in memory, for as long as a spec lasts. */
export class MemoryMediaStore implements MediaStore {
  private readonly saved = new Map<string, { readonly body: Blob; usedAt: number }>();

  async list(): Promise<readonly CachedMedium[]> {
    return [...this.saved].map(([address, { body, usedAt }]) => ({ address, bytes: body.size, usedAt }));
  }

  async get(address: string): Promise<Blob | undefined> {
    return this.saved.get(address)?.body;
  }

  async save(address: string, body: Blob, usedAt: number): Promise<void> {
    this.saved.set(address, { body, usedAt });
  }

  async touch(address: string, usedAt: number): Promise<void> {
    const item = this.saved.get(address);
    if (item !== undefined) item.usedAt = usedAt;
  }

  async delete(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) this.saved.delete(address);
  }
}
