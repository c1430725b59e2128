import { Component, computed, inject } from '@angular/core';
import { mdiAlertCircleOutline } from '@mdi/js';

import { optionText } from '../../clip-options/option-text.ts';
import type { OptionName } from '../../clip-options/option-values.ts';
import { Icon } from '../../icon/icon.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { References } from './references/references.ts';
import { EngineChoice } from './engine/engine-choice.ts';

/** What the engine can't do of what is being written, said before it is sent. */
@Component({
  selector: 'kitten-engine-misfits',
  imports: [Icon],
  template: `
    <div role="status">
      @for (note of notes(); track $index) {
        <p><kitten-icon [path]="icon" />{{ note }}</p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      gap: 6px;
      margin: 0;
      padding: 8px 14px 0;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
    kitten-icon {
      flex: none;
      width: 16px;
      height: 16px;
      color: var(--mat-sys-error);
    }
  `,
})
export class EngineMisfits {
  private readonly choice = inject(EngineChoice);
  private readonly references = inject(References);
  private readonly text = injectText();
  private readonly count = injectCountText();
  protected readonly icon = mdiAlertCircleOutline;
  protected readonly notes = computed<readonly string[]>(() => {
    const engine = this.choice.engine();
    if (engine === undefined) return [];
    const missing = this.choice.missing();
    return [
      ...(missing === null ? [] : [this.text('engineFacts.gone', { gone: missing, name: engine.name })]),
      ...this.choice.misfits().map((option) => this.misfitText(option, engine.name)),
      ...(this.references.exceedEngine() ? [this.imagesText(engine)] : []),
    ];
  });

  private misfitText(option: OptionName, name: string): string {
    const value = optionText(option, this.choice.options(), this.count);
    if (value === undefined) return this.text('engineFacts.noSeed', { name });
    const wished = optionText(option, this.choice.wanted(), this.count) ?? '';
    return this.text('engineFacts.misfit', { name, wished, value });
  }

  private imagesText({ name, images: most = 0 }: { readonly name: string; readonly images?: number }): string {
    return most === 0
      ? this.text('engineFacts.refusesImages', { name })
      : this.text('engineFacts.tooManyImages', { name, most });
  }
}
