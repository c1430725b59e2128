import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { from } from 'rxjs';

import { Engines } from '../engines/engines.ts';
import { type Money, moneyText, sumOf } from '../engines/price.ts';
import type { HistoryContent } from '../history/store/history-store.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import { Language } from '../language/language.ts';
import { injectCountText, injectText } from '../language/text.ts';
import { messagesOf, spentOnClips, type Unsettled, unsettledOf } from './spending-by-engine.ts';

const NO_HISTORY: HistoryContent = { conversations: [], prompts: [], events: [], logs: [] };

/**
 * What the clips that this device knows have cost, by what their engines took then, and apart from that what jobs without a
 * clip may have cost.
 */
@Component({
  selector: 'kitten-spending',
  template: `
    <h2 id="settings-spending">{{ text('settings.spending') }}</h2>
    <dl>
      @for (each of spent(); track each.id) {
        <div>
          <dt>{{ each.name }}</dt>
          <dd>{{ count('settings.clips', each.clips) }} · {{ sumText(each.sums) }}</dd>
        </div>
      }
      @if (spent().length !== 1) {
        <div>
          <dt>{{ text('settings.total') }}</dt>
          <dd>{{ sumText(total()) }}</dd>
        </div>
      }
      @if (unsettled(); as unsettled) {
        <div>
          <dt>{{ text('settings.unsettled') }}</dt>
          <dd>{{ unsettledText(unsettled) }}</dd>
        </div>
      }
    </dl>
    <p>{{ text('settings.spendingNote') }}</p>
    @if (unsettled() !== null) {
      <p>{{ text('settings.unsettledNote') }}</p>
    }
  `,
  styleUrl: './spending.scss',
})
export class Spending {
  private readonly engines = inject(Engines);
  private readonly language = inject(Language);
  private readonly history = toSignal(from(inject(HISTORY_STORE).everything()), { initialValue: NO_HISTORY });
  private readonly messages = computed(() => messagesOf(this.history()));
  protected readonly text = injectText();
  protected readonly count = injectCountText();
  protected readonly spent = computed(() => spentOnClips(this.messages(), this.engines.offered()));
  protected readonly total = computed(() => sumOf(this.spent().flatMap(({ sums }) => sums)));
  protected readonly unsettled = computed(() => unsettledOf(this.messages(), this.engines.offered()));

  protected sumText(sums: readonly Money[]): string {
    if (sums.length === 0) return this.text('settings.nothingSpent');
    return this.text('engines.cost', { money: this.moneysText(sums) });
  }

  protected unsettledText({ jobs, sums }: Unsettled): string {
    const count = this.count('settings.jobs', jobs);
    return sums.length === 0 ? count : `${count} · ${this.text('settings.atMost', { money: this.moneysText(sums) })}`;
  }

  private moneysText(sums: readonly Money[]): string {
    return sums.map((money) => moneyText(money, this.language.current())).join(' + ');
  }
}
