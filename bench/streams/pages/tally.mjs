/**
 * What every page does with the messages: a subscriber for each type counts it and reads one of its fields, and somebody
 * may wait until all have come.
 */
class Tally {
  #received = { text: 0, video: 0, image: 0, system: 0, error: 0 };
  #characters = 0;
  #total = 0;
  #firstAt = 0;
  #goal = Infinity;
  #reached = () => undefined;

  /** The subscribers, by type. */
  subscribers = {
    text: ({ content }) => this.#count('text', content),
    video: ({ url }) => this.#count('video', url),
    image: ({ url }) => this.#count('image', url),
    // A greeting or the answer to a ping is none of the messages that are counted.
    system: ({ event, content }) => event === 'started' && this.#count('system', content),
    error: ({ content }) => this.#count('error', content),
  };

  /** Resolves when `count` messages have come from now on, with how long that took from the first one. */
  next(count) {
    this.#received = { text: 0, video: 0, image: 0, system: 0, error: 0 };
    this.#total = 0;
    this.#goal = count;
    return new Promise((resolve) => {
      this.#reached = () => {
        const milliseconds = performance.now() - this.#firstAt;
        resolve({ milliseconds, received: this.#received, characters: this.#characters });
      };
    });
  }

  #count(type, words) {
    if (this.#total === 0) this.#firstAt = performance.now();
    this.#received[type] += 1;
    this.#characters += words.length;
    this.#total += 1;
    if (this.#total === this.#goal) this.#reached();
  }
}

/** The page's tally; the program that measures asks it by this name. */
export const tally = new Tally();
globalThis.tally = tally;
