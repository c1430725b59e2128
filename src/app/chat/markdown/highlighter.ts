import { Service, signal } from '@angular/core';

import type { CodeSpan, Highlight } from './highlight.ts';

/** What is behind that is shown in one colour: reading more would take longer than a few frames. */
const LONGEST = 20_000;

/** As much of a code as gets colours, in whole lines where it has any. */
export function colourable(code: string): string {
  if (code.length <= LONGEST) return code;
  const end = code.lastIndexOf('\n', LONGEST);
  return code.slice(0, end === -1 ? LONGEST : end);
}

/** Colours code. What reads the languages is loaded with the first code. */
@Service()
export class Highlighter {
  private readonly highlight = signal<Highlight | null>(null);
  private isLoading = false;

  /** Code in spans of one meaning each. Reactive: in one span until the languages are there. */
  spans(code: string, language: string): readonly CodeSpan[] {
    const plain = [{ text: code }];
    if (language === '') return plain;
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
