import { computed, Service, signal } from '@angular/core';

/** The works that are chosen to do something with all of them; none while nobody chooses. */
@Service()
export class WorkSelection {
  private readonly chosen = signal<ReadonlySet<string> | null>(null);

  /** Whether a click on a work chooses it. */
  readonly isOn = computed(() => this.chosen() !== null);
  /** The `id`s of what is chosen. */
  readonly ids = computed<ReadonlySet<string>>(() => this.chosen() ?? new Set());

  /** Begins, with nothing chosen. */
  begin(): void {
    this.chosen.set(new Set());
  }

  /** Is done with it. */
  end(): void {
    this.chosen.set(null);
  }

  /** Chooses a work, or lets it go. */
  toggle(id: string): void {
    const ids = new Set(this.ids());
    if (!ids.delete(id)) ids.add(id);
    this.chosen.set(ids);
  }

  /** Chooses exactly these. */
  choose(ids: readonly string[]): void {
    this.chosen.set(new Set(ids));
  }
}
