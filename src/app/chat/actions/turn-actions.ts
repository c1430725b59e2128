import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiCheck, mdiIdentifier, mdiPencilOutline, mdiRefresh } from '@mdi/js';

import type { EngineProfile, PromptMessage } from '../../../services/index.ts';
import type { VariationCount } from '../../clip-options/variations.ts';
import { type AskedClip, injectCostText, labelWithCost } from '../../engines/cost-text.ts';
import { Icon } from '../../icon/icon.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { RepeatSeveral } from './repeat-several.ts';
import { RepeatWithEngine } from './repeat-with-engine.ts';

/** What a person can do once a job is over: again, otherwise, or tell somebody about it. */
@Component({
  selector: 'kitten-turn-actions',
  imports: [RepeatSeveral, RepeatWithEngine, Icon, MatButton],
  template: `
    @if (repeat(); as repeat) {
      <button matButton type="button" (click)="repeated.emit()">
        <kitten-icon matButtonIcon [path]="retryIcon" />{{ labelOf(repeat) }}
      </button>
    }
    @if (repeat() === 'again') {
      @defer (when language.hasAll()) {
        <kitten-repeat-several [asked]="asked()" (chosen)="repeatedAtOnce.emit($event)" />
      }
    }
    @if (engines().length > 0) {
      @defer (on immediate) {
        <kitten-repeat-with-engine [engines]="engines()" [prompt]="prompt()" (chosen)="repeatedWith.emit($event)" />
      }
    }
    @if (isEditable()) {
      <button matButton type="button" (click)="edited.emit()">
        <kitten-icon matButtonIcon [path]="editIcon" />{{ text('chat.editPrompt') }}
      </button>
    }
    @if (diagnosticId(); as id) {
      <button matButton type="button" (click)="copy(id)">
        <kitten-icon matButtonIcon [path]="hasCopied() ? copiedIcon : idIcon" />
        <span aria-live="polite">{{ text(hasCopied() ? 'chat.copied' : 'chat.copyDiagnosticId') }}</span>
      </button>
    }
  `,
  styleUrl: './turn-actions.scss',
})
export class TurnActions {
  private readonly clipboard = inject(Clipboard);
  private readonly costText = injectCostText();

  /** Whether to offer the same prompt again, and as what: after a failure, or for another result. */
  readonly repeat = input<'retry' | 'again' | null>(null);
  /** What asking again costs by. */
  readonly asked = input<AskedClip>();
  /** What is asked again. */
  readonly prompt = input<PromptMessage>();
  /** What else could make it. */
  readonly engines = input<readonly EngineProfile[]>([]);
  /** Whether the prompt is known, so that it can be changed. */
  readonly isEditable = input(false);
  /** What to quote about an error. */
  readonly diagnosticId = input<string | null>(null);
  /** The person wants the same prompt again. */
  readonly repeated = output();
  /** The person wants so many others at once. */
  readonly repeatedAtOnce = output<VariationCount>();
  /** The person wants the same prompt again, of this engine. */
  readonly repeatedWith = output<EngineProfile>();
  /** The person wants to change the prompt. */
  readonly edited = output();

  protected readonly language = inject(Language);
  protected readonly text = injectText();
  protected readonly retryIcon = mdiRefresh;
  protected readonly editIcon = mdiPencilOutline;
  protected readonly idIcon = mdiIdentifier;
  protected readonly copiedIcon = mdiCheck;
  protected readonly hasCopied = signal(false);

  protected labelOf(repeat: 'retry' | 'again'): string {
    const asked = this.asked();
    const label = this.text(repeat === 'retry' ? 'chat.retry' : 'chat.again');
    return labelWithCost(label, asked === undefined ? null : this.costText(asked));
  }

  protected copy(id: string): void {
    this.hasCopied.set(this.clipboard.copy(id));
  }
}
