import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiCheck, mdiContentCopy } from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { injectText } from '../../language/text.ts';
import { colourable, Highlighter } from './highlighter.ts';

/** How long the button says that it has copied, in milliseconds. */
const COPIED_MS = 2_000;

/** How long growing code is shown without new colours at least, in milliseconds, and how much longer by its length. */
const PAUSE_MS = 250;
const PAUSE_MS_PER_CHARACTER = 0.05;

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
    <pre dir="ltr" tabindex="0" role="region" [attr.aria-label]="text('chat.code')"><code
      >@for (span of spans(); track $index) {@if (span.scope) {<span [attr.data-scope]="span.scope">{{ span.text }}</span>} @else {{{ span.text }}}}{{ rest() }}</code
    ></pre>
  `,
  styleUrl: './code-block.scss',
})
export class CodeBlock {
  private readonly clipboard = inject(Clipboard);
  private readonly highlighter = inject(Highlighter);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private readonly isPaused = signal(false);

  readonly code = input.required<string>();
  /** As the text names it; empty where it does not. */
  readonly language = input('');

  protected readonly text = injectText();
  protected readonly copyIcon = mdiContentCopy;
  protected readonly copiedIcon = mdiCheck;
  protected readonly hasCopied = signal(false);
  /** What is in colours. Code is read as a whole: while it grows that is done now and then, not in each frame. */
  private readonly coloured = linkedSignal<readonly [code: string, isPaused: boolean], string>({
    source: () => [this.code(), this.isPaused()],
    computation: ([code, isPaused], before) =>
      isPaused && before !== undefined && code.startsWith(before.value) ? before.value : colourable(code),
  });
  protected readonly spans = computed(() => this.highlighter.spans(this.coloured(), this.language()));
  /** What has come since, and what is too much. */
  protected readonly rest = computed(() => this.code().slice(this.coloured().length));

  constructor() {
    effect(() => this.pauseAfter(this.coloured().length));
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      clearTimeout(this.pause);
    });
  }

  protected copy(): void {
    if (!this.clipboard.copy(this.code())) return;
    this.hasCopied.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hasCopied.set(false), COPIED_MS);
  }

  private pauseAfter(length: number): void {
    this.isPaused.set(true);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.isPaused.set(false), PAUSE_MS + length * PAUSE_MS_PER_CHARACTER);
  }
}
