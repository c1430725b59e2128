import { Service, signal } from '@angular/core';

import { injectText } from '../language/text.ts';

/** What the tab of a hidden page shows: how far a job is, or how one has ended that nobody has looked at yet. */
export type Mark =
  { readonly kind: 'running'; readonly percent: number } | { readonly kind: 'completed' | 'failed' } | null;

/** The mark of the tab, and its title with that. */
@Service()
export class TabMark {
  private readonly text = injectText();

  /** Null where there is nothing to show, as while people look at the page. */
  readonly current = signal<Mark>(null);

  /** The title of the page with the mark before it. Reactive. */
  title(title: string): string {
    const mark = this.current();
    switch (mark?.kind) {
      case 'running':
        return this.text('shell.tabRunning', { percent: mark.percent, title });
      case 'completed':
        return this.text('shell.tabCompleted', { title });
      case 'failed':
        return this.text('shell.tabFailed', { title });
      case undefined:
        return title;
    }
  }
}
