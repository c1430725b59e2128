import { computed, effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

import { TabMark } from '../job-notifications/tab-mark.ts';
import { injectText } from '../language/text.ts';
import type { PlainTextKey } from '../language/texts.ts';

const HOME = 'shell.appName' satisfies PlainTextKey;

/**
 * The name of the page in the language in force, in the window's title too. The `title` of a route is the name of
 * a text (`'shell.gallery' satisfies PlainTextKey`); that of the application stands for the conversation that is open.
 */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly text = injectText();
  private readonly mark = inject(TabMark);
  private readonly title = signal<PlainTextKey>(HOME);

  /** What the conversation that is open is called; null for one without a name. Set by `ConversationTitle`. */
  readonly conversationName = signal<string | null>(null);

  /** The name of the page that is open. */
  readonly heading = computed(() => {
    const title = this.title();
    return (title === HOME ? this.conversationName() : null) ?? this.text(title);
  });

  constructor() {
    super();
    const window = inject(Title);
    effect(() => window.setTitle(this.mark.title(this.full())));
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.title.set((this.buildTitle(snapshot) as PlainTextKey | undefined) ?? HOME);
  }

  private full(): string {
    const name = this.text(HOME);
    const title = this.heading();
    return title === name ? name : this.text('shell.pageTitle', { title, name });
  }
}
