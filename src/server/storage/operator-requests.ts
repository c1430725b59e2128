/**
 * What an operator may ask of the gateway that has the data open: the end of a job, or of all that a code has; that no prompt is
 * taken for a while, or nothing of an address.
 */
export type OperatorAction = 'cancel-job' | 'delete-code' | 'pause' | 'resume' | 'block' | 'unblock';

/** Does it to a job by its id, the key of a code, an address, or nothing in particular; resolves with whether that is done, or is to be tried again. */
export type OperatorActions = Readonly<Record<OperatorAction, (subject: string) => Promise<boolean>>>;

/** Something that an operator has asked for. */
export interface OperatorRequest {
  readonly place: number;
  readonly action: OperatorAction;
  readonly subject: string;
}

/** What operators have asked for, in whatever is stored: any process may add to it. */
export interface RequestStore {
  /** Asks for something; resolves with the request's place. */
  add(action: OperatorAction, subject: string): Promise<number>;
  /** Whether a request still waits to be done. */
  isPending(place: number): Promise<boolean>;
  /** All that wait, in the order in which they were asked for. */
  pending(): Promise<readonly OperatorRequest[]>;
  /** Forgets what is done. */
  remove(place: number): Promise<void>;
}

export interface OperatorRequestsOptions {
  readonly actions: OperatorActions;
  /** How often to look for new ones, in milliseconds. */
  readonly intervalMs: number;
  /** Called with why one could not be done; the next look tries it again. */
  readonly onFault: (error: unknown) => void;
}

/** Does what other processes have asked for, one after the other, and forgets what is done. */
export class OperatorRequests {
  readonly #store: RequestStore;
  readonly #options: OperatorRequestsOptions;
  readonly #timer: NodeJS.Timeout;
  /** Settles when nothing that was asked for is being done. */
  #working: Promise<void> | undefined;

  /** Looks for new ones until `close()`. The store is its owner's to close. */
  constructor(store: RequestStore, options: OperatorRequestsOptions) {
    this.#store = store;
    this.#options = options;
    this.#timer = setInterval(() => this.#poll(), options.intervalMs).unref();
  }

  /** Resolves once nothing is being done. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
  }

  #poll(): void {
    this.#working ??= this.#answerAll().finally(() => (this.#working = undefined));
  }

  /** Never rejects. */
  async #answerAll(): Promise<void> {
    try {
      for (const request of await this.#store.pending()) await this.#answer(request);
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  /** Never rejects: one that can't be done must not keep the others waiting. */
  async #answer({ place, action, subject }: OperatorRequest): Promise<void> {
    try {
      if (await this.#options.actions[action](subject)) await this.#store.remove(place);
    } catch (error) {
      this.#options.onFault(error);
    }
  }
}
