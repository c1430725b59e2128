import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, effect, ElementRef, inject, output, viewChildren } from '@angular/core';

import { injectCountText, injectText } from '../../../language/text.ts';
import type { Suggestion } from './suggestions.ts';
import { CommandInput } from './command-input.ts';

/** The suggestions of a command, over the composer. The focus stays in the field, which says which one is active. */
@Component({
  selector: 'kitten-command-popup',
  template: `
    @if (input.suggestions().length > 0) {
      <div role="listbox" [id]="input.listId" [attr.aria-label]="text('composer.commands')">
        @for (suggestion of input.suggestions(); track suggestion.id; let index = $index) {
          <button
            #option
            type="button"
            role="option"
            tabindex="-1"
            [id]="input.optionId(index)"
            [attr.aria-selected]="index === input.active()"
            (pointerdown)="$event.preventDefault()"
            (click)="picked.emit(suggestion)"
          >
            <span class="label">{{ suggestion.label }}</span>
            <span class="detail">{{ suggestion.detail }}</span>
          </button>
        }
      </div>
    } @else if (input.hint(); as hint) {
      <div class="note">
        <p class="hint">{{ hint }}</p>
        <p class="way-out">{{ text('composer.sendAsText') }}</p>
      </div>
    }
  `,
  styleUrl: './command-popup.scss',
})
export class CommandPopup {
  /** The person picks a suggestion with the pointer. */
  readonly picked = output<Suggestion>();

  protected readonly input = inject(CommandInput);
  protected readonly text = injectText();
  private readonly options = viewChildren<string, ElementRef<HTMLElement>>('option', { read: ElementRef });

  constructor() {
    const live = inject(LiveAnnouncer);
    const count = injectCountText();
    const size = computed(() => this.input.suggestions().length);
    effect(() => {
      if (size() > 0) void live.announce(count('composer.choices', size()));
    });
    effect(() => this.options()[this.input.active()]?.nativeElement.scrollIntoView({ block: 'nearest' }));
  }
}
