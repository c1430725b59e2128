/** What is pushed, as an endless asynchronous iterable for one reader. */
export class MessageQueue {
  #values = [];
  #wake = undefined;
  #isOver = false;

  /** How many values wait to be read. */
  get length() {
    return this.#values.length;
  }

  push(value) {
    this.#values.push(value);
    this.#wake?.();
  }

  async next() {
    while (this.#values.length === 0 && !this.#isOver) await new Promise((resolve) => (this.#wake = resolve));
    return this.#isOver ? { done: true, value: undefined } : { done: false, value: this.#values.shift() };
  }

  async return() {
    this.#isOver = true;
    this.#wake?.();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}
