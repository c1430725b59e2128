import { Service, signal } from '@angular/core';

import type { CodeSpan, Highlight } from './highlight.ts';

/** Code that is longer is shown in one colour: reading it would take longer than a frame. */
const LONGEST = 20_000;

/** Colours code. What reads the languages is loaded with the first code. */
@Service()
export class Highlighter {
  private readonly highlight = signal<Highlight | null>(null);
  private isLoading = false;

  /** Code in spans of one meaning each. Reactive: in one span until the languages are there. */
  spans(code: string, language: string): readonly CodeSpan[] {
    const plain = [{ text: code }];
    if (language === '' || code.length > LONGEST) return plain;
    this.load();
    return this.highlight()?.(code, language) ?? plain;
  }

  private load(): void {
    if (this.isLoading) return;
    this.isLoading = true;
    import('./highlight.ts').then(
      ({ highlight }) => this.highlight.set(highlight),
      // Without a network the code stays plain, and the next one tries again.
      () => (this.isLoading = false),
    );
  }
}
