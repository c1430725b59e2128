import type { Bus } from '../../ports/index.ts';

const CHANNEL = 'jobs';
const CANCELLED = 'cancelled ';

/** What processes tell one another of jobs; whoever misses it finds out by looking. */
export class JobNews {
  readonly #bus: Bus;

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  /** A job waits that did not, or the other way round; or there is room for one more. */
  tellMoved(): void {
    this.#bus.publish(CHANNEL, 'moved');
  }

  /** A job that runs is to stop. */
  tellCancelled(jobId: string): void {
    this.#bus.publish(CHANNEL, CANCELLED + jobId);
  }

  /** Hears the news of this process, too. Returns what ends that. */
  watch({
    onMoved,
    onCancelled,
  }: {
    readonly onMoved: () => void;
    readonly onCancelled: (jobId: string) => void;
  }): () => void {
    const ends = [
      this.#bus.subscribe(CHANNEL, (payload) =>
        payload.startsWith(CANCELLED) ? onCancelled(payload.slice(CANCELLED.length)) : onMoved(),
      ),
      this.#bus.watchLosses(onMoved),
    ];
    return () => {
      for (const end of ends) end();
    };
  }
}
