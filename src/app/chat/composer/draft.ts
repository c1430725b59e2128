import { Service, signal } from '@angular/core';

/** The text that is being written; it outlives a visit to another page. */
@Service()
export class Draft {
  /** The text so far. */
  readonly text = signal('');
}
