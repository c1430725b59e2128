/** Whoever comes here waits until a spec opens it. */
export class Gate {
  readonly #gate = Promise.withResolvers<undefined>();
  #isReached = false;

  /** Whether somebody has come. */
  get isReached(): boolean {
    return this.#isReached;
  }

  async pass(): Promise<void> {
    this.#isReached = true;
    await this.#gate.promise;
  }

  open(): void {
    this.#gate.resolve(undefined);
  }
}
