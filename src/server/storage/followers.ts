import type { ServerMessage } from '../../protocol/index.ts';
import type { LogListener } from '../ports/index.ts';

/** Who follows which user code, in this process. */
export class Followers {
  readonly #byCode = new Map<string, Set<LogListener>>();

  /** Adds a follower of a code; returns what ends it. */
  add(code: string, listener: LogListener): () => void {
    const listeners = this.#byCode.get(code) ?? new Set();
    // A listener of its own for each call, so that the same function may follow twice and end each by itself.
    const own: LogListener = (message) => listener(message);
    this.#byCode.set(code, listeners.add(own));
    return () => {
      listeners.delete(own);
      if (listeners.size === 0 && this.#byCode.get(code) === listeners) this.#byCode.delete(code);
    };
  }

  /** Tells the followers of a code a message. */
  tell(code: string, message: ServerMessage): void {
    for (const listener of this.#byCode.get(code) ?? []) listener(message);
  }

  clear(): void {
    this.#byCode.clear();
  }
}
