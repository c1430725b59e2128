import { Component, computed, inject, input } from '@angular/core';

import type { PromptMessage, VideoMessage } from '../../services/index.ts';
import { injectMakerText } from '../engines/maker-text.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import { mediumFacts } from './medium-facts.ts';
import { injectWorkFacts } from './work-facts.ts';

/** How a clip was made: a line of it, and the rest behind that; what stands between its tags unfolds with it. */
@Component({
  selector: 'kitten-clip-details',
  template: `
    <details>
      <summary>
        <span>{{ facts() }}</span>
        @if (maker(); as maker) {
          <span class="maker">{{ text('engines.madeWith', { maker }) }}</span>
        }
      </summary>
      @if (language.hasAll()) {
        <dl>
          @for (row of rows(); track row.kind) {
            <dt>{{ row.name }}</dt>
            <dd dir="auto">{{ row.value }}</dd>
          }
        </dl>
      }
      <ng-content />
    </details>
  `,
  styleUrl: './clip-details.scss',
})
export class ClipDetails {
  private readonly makerText = injectMakerText();
  private readonly workFacts = injectWorkFacts();
  protected readonly language = inject(Language);

  readonly video = input.required<VideoMessage>();
  /** What was asked, where that is known. */
  readonly prompt = input<PromptMessage>();

  protected readonly text = injectText();
  protected readonly maker = computed(() => this.makerText(this.video().madeWith));
  protected readonly facts = computed(() => mediumFacts(this.video(), this.language.current()));
  protected readonly rows = computed(() => this.workFacts({ message: this.video(), prompt: this.prompt() }));
}
