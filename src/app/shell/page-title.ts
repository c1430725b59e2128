import { computed, effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

import { TabMark } from '../attention/tab-mark.ts';
import { injectText } from '../language/text.ts';
import type { PlainTextKey } from '../language/texts.ts';
import { zh } from '../language/zh/index.ts';

const HOME = 'shell.appName' satisfies PlainTextKey;

/**
 * The name of the page in the language in force, in the window's title too. The `title` of a route is the name of
 * a text (`'shell.gallery' satisfies PlainTextKey`), or what a resolver gives: the own name of what is shown.
 */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly text = injectText();
  private readonly mark = inject(TabMark);
  private readonly title = signal<string>(HOME);

  /** The name of the page that is open. */
  readonly heading = computed(() => {
    const title = this.title();
    return isText(title) ? this.text(title) : title;
  });

  constructor() {
    super();
    const window = inject(Title);
    effect(() => window.setTitle(this.mark.title(this.full())));
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.title.set(this.buildTitle(snapshot) ?? HOME);
  }

  private full(): string {
    const name = this.text(HOME);
    const title = this.heading();
    return title === name ? name : this.text('shell.pageTitle', { title, name });
  }
}

/** Whether it names a text: one that wants to know nothing, as the titles of routes are. */
function isText(title: string): title is PlainTextKey {
  const [area, name = ''] = title.split('.');
  return Object.entries(zh).some(([key, texts]) => key === area && name in texts);
}
