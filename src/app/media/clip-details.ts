import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { PromptMessage, VideoMessage } from '../../services/index.ts';
import { injectMakerText } from '../engines/maker-text.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import { Notices } from '../notices/notices.ts';
import { mediumFacts } from './medium-facts.ts';

/** How a clip was made: a line of it, and the rest behind that. */
@Component({
  selector: 'kitten-clip-details',
  imports: [MatButton],
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
          @for (row of rows(); track row.name) {
            <dt>{{ row.name }}</dt>
            <dd dir="auto">{{ row.value }}</dd>
          }
        </dl>
        @if (words(); as content) {
          <button matButton type="button" (click)="copy(content)">{{ text('player.copyPrompt') }}</button>
        }
      }
    </details>
  `,
  styleUrl: './clip-details.scss',
})
export class ClipDetails {
  private readonly clipboard = inject(Clipboard);
  private readonly notices = inject(Notices);
  private readonly makerText = injectMakerText();
  protected readonly language = inject(Language);

  readonly video = input.required<VideoMessage>();
  /** What was asked, where that is known. */
  readonly prompt = input<PromptMessage>();

  protected readonly text = injectText();
  protected readonly maker = computed(() => this.makerText(this.video().madeWith));
  protected readonly facts = computed(() => mediumFacts(this.video(), this.language.current()));
  /** What the engine was given, where that is known; else what was asked. */
  protected readonly words = computed(() => this.video().madeWith?.prompt ?? this.prompt()?.content);
  protected readonly rows = computed(() => {
    const { madeWith, ts } = this.video();
    const seed = madeWith?.options?.seed ?? this.prompt()?.options?.seed;
    const format = new Intl.DateTimeFormat(this.language.current(), { dateStyle: 'medium', timeStyle: 'short' });
    return [
      { name: this.text('player.prompt'), value: this.words() },
      { name: this.text('composer.seed'), value: seed === undefined ? undefined : String(seed) },
      { name: this.text('player.engine'), value: madeWith?.name },
      { name: this.text('player.model'), value: madeWith?.model },
      { name: this.text('player.madeAt'), value: format.format(ts) },
    ].flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
  });

  protected copy(content: string): void {
    if (this.clipboard.copy(content)) this.notices.show(this.text('player.promptCopied'));
  }
}
