import { Service, signal } from '@angular/core';

/** The parts of the frame. What is beside the panel comes after it, so that it need not move. */
const PARTS = ['panel', 'page'] as const;

/** Which parts of the frame there are: all of them, but while the application starts. */
@Service()
export class FrameParts {
  private readonly count = signal<number>(PARTS.length);

  has(part: (typeof PARTS)[number]): boolean {
    return PARTS.indexOf(part) < this.count();
  }

  /** Takes all of them out. */
  clear(): void {
    this.count.set(0);
  }

  /** Puts the next one in; false where none is missing. */
  addNext(): boolean {
    if (this.count() >= PARTS.length) return false;
    this.count.update((count) => count + 1);
    return true;
  }
}
