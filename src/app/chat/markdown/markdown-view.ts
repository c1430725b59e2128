import { Service, signal, type Type } from '@angular/core';

import type { Markdown } from './markdown.ts';

/**
 * What shows markdown; null until it has loaded. It comes apart from the rest of the page, and texts are plain
 * until it is there. Once it is, a text has its form in the very frame in which it appears.
 */
@Service()
export class MarkdownView {
  private readonly loaded = signal<Type<Markdown> | null>(null);

  /** The component, with the inputs `content` and `isGrowing`. */
  readonly component = this.loaded.asReadonly();

  constructor() {
    import('./markdown.ts').then(
      ({ Markdown: component }) => this.loaded.set(component),
      // Without a network the texts stay plain.
      () => undefined,
    );
  }
}
