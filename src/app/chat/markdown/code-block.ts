import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiCheck, mdiContentCopy } from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { injectText } from '../../language/text.ts';
import { Highlighter } from './highlighter.ts';

/** How long the button says that it has copied, in milliseconds. */
const COPIED_MS = 2_000;

/** Code with its language, in colours where they are known, and a button that copies it. */
@Component({
  selector: 'kitten-code-block',
  imports: [Icon, MatButton],
  template: `
    <div class="bar">
      <span>{{ language() || text('chat.code') }}</span>
      <button matButton type="button" (click)="copy()">
        <kitten-icon matButtonIcon [path]="hasCopied() ? copiedIcon : copyIcon" />
        <span aria-live="polite">{{ text(hasCopied() ? 'chat.copied' : 'chat.copyCode') }}</span>
      </button>
    </div>
    <pre tabindex="0" role="region" [attr.aria-label]="text('chat.code')"><code
      >@for (span of spans(); track $index) {@if (span.scope) {<span [attr.data-scope]="span.scope">{{ span.text }}</span>} @else {{{ span.text }}}}</code
    ></pre>
  `,
  styleUrl: './code-block.scss',
})
export class CodeBlock {
  private readonly clipboard = inject(Clipboard);
  private readonly highlighter = inject(Highlighter);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly code = input.required<string>();
  /** As the text names it; empty where it does not. */
  readonly language = input('');

  protected readonly text = injectText();
  protected readonly copyIcon = mdiContentCopy;
  protected readonly copiedIcon = mdiCheck;
  protected readonly hasCopied = signal(false);
  protected readonly spans = computed(() => this.highlighter.spans(this.code(), this.language()));

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected copy(): void {
    if (!this.clipboard.copy(this.code())) return;
    this.hasCopied.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hasCopied.set(false), COPIED_MS);
  }
}
