import { Clipboard } from '@angular/cdk/clipboard';
import { Component, DestroyRef, inject, input, signal } from '@angular/core';
import { mdiCheck, mdiContentCopy } from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { injectText } from '../../language/text.ts';
import type { PlainTextKey } from '../../language/texts.ts';

/** How long the button says that it has copied, in milliseconds. */
const COPIED_MS = 2_000;

/** Copies a prompt, or what the bot says. */
@Component({
  selector: 'kitten-copy-text',
  imports: [Icon],
  template: `
    <button type="button" [attr.aria-label]="text(label())" [title]="text(label())" (click)="copy()">
      <kitten-icon [path]="hasCopied() ? copiedIcon : copyIcon" />
    </button>
    <span class="cdk-visually-hidden" aria-live="polite">{{ hasCopied() ? text('chat.copied') : '' }}</span>
  `,
  styles: `
    button {
      display: grid;
      place-items: center;
      width: 24px;
      height: 24px;
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: none;
      color: inherit;
      cursor: pointer;
    }
    button:hover {
      background: color-mix(in srgb, currentColor 12%, transparent);
    }
    kitten-icon {
      width: 15px;
      height: 15px;
    }
  `,
})
export class CopyText {
  private readonly clipboard = inject(Clipboard);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly content = input.required<string>();
  /** The text that says what is copied. */
  readonly label = input.required<PlainTextKey>();

  protected readonly text = injectText();
  protected readonly copyIcon = mdiContentCopy;
  protected readonly copiedIcon = mdiCheck;
  protected readonly hasCopied = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected copy(): void {
    if (!this.clipboard.copy(this.content())) return;
    this.hasCopied.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hasCopied.set(false), COPIED_MS);
  }
}
