/** How many are known: the server's list shows a hundred, so that an older one can't be taken for a lost one any more. */
const CAPACITY = 1_000;

/** What is known of a server's videos: whose they are, by their ids, and which prompts wait to learn their video's id. */
export class KnownVideos {
  readonly #ids = new Set<string>();
  readonly #open = new Map<string, number>();

  /** Notes that a video is a certain job's. */
  add(id: string): void {
    // What is followed again is new again.
    this.#ids.delete(id);
    this.#ids.add(id);
    const [oldest = ''] = this.#ids;
    if (this.#ids.size > CAPACITY) this.#ids.delete(oldest);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Runs what is to find out the id of a prompt's video. */
  async finding<Value>(prompt: string, find: () => Promise<Value>): Promise<Value> {
    this.#open.set(prompt, this.#openOf(prompt) + 1);
    try {
      return await find();
    } finally {
      this.#open.set(prompt, this.#openOf(prompt) - 1);
      if (this.#openOf(prompt) === 0) this.#open.delete(prompt);
    }
  }

  /** Whether several jobs with this prompt do not know their video's id, so that a video in the list may be either's. */
  isContested(prompt: string): boolean {
    return this.#openOf(prompt) > 1;
  }

  #openOf(prompt: string): number {
    return this.#open.get(prompt) ?? 0;
  }
}
