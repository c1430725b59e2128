import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { from } from 'rxjs';

import type { EngineProfile, MadeWith, VideoMessage } from '../../services/index.ts';
import { Engines } from '../engines/engines.ts';
import { costOf, type Money, moneyText, sumOf } from '../engines/price.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import type { StoredMedium } from '../history/store/records.ts';
import { Language } from '../language/language.ts';
import { injectCountText, injectText } from '../language/text.ts';

/** What the clips of an engine have cost. */
interface Spent {
  readonly id: string;
  readonly name: string;
  readonly clips: number;
  readonly sums: readonly Money[];
}

/** What the clips that this device knows have cost, by what their engines took then. */
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
    </dl>
    <p>{{ text('settings.spendingNote') }}</p>
  `,
  styleUrl: './spending.scss',
})
export class Spending {
  private readonly engines = inject(Engines);
  private readonly language = inject(Language);
  private readonly media = toSignal(from(inject(HISTORY_STORE).media()), { initialValue: [] });
  protected readonly text = injectText();
  protected readonly count = injectCountText();
  private readonly clips = computed(() => clipsOf(this.media()));
  protected readonly spent = computed(() =>
    makersOf(this.clips(), this.engines.offered())
      .map((engine) => spentOn(engine, this.clips()))
      .filter(({ clips }) => clips > 0),
  );
  protected readonly total = computed(() => sumOf(this.spent().flatMap(({ sums }) => sums)));

  protected sumText(sums: readonly Money[]): string {
    if (sums.length === 0) return this.text('settings.nothingSpent');
    const moneys = sums.map((money) => moneyText(money, this.language.current()));
    return this.text('engines.cost', { money: moneys.join(' + ') });
  }
}

type Maker = Pick<EngineProfile, 'id' | 'name' | 'price'>;

/** A clip of which it is known what made it. */
type Clip = VideoMessage & { readonly madeWith: MadeWith };

/** The engines that there are, and behind them those that have made something and are gone. */
function makersOf(clips: readonly Clip[], offered: readonly EngineProfile[]): readonly Maker[] {
  const gone = clips.map(({ madeWith }) => madeWith);
  const byId = new Map<string, Maker>(gone.map((made) => [made.id, { id: made.id, name: made.name }]));
  for (const { id } of offered) byId.delete(id);
  return [...offered, ...byId.values()];
}

function spentOn({ id, name, price }: Maker, clips: readonly Clip[]): Spent {
  const costs = clips.flatMap(({ madeWith, durationMs }) => {
    if (madeWith.id !== id) return [];
    const seconds = madeWith.options?.seconds ?? (durationMs ?? 0) / 1_000;
    // Of clips from before prices were kept with them nobody knows more than what the engine takes now.
    const taken = madeWith.price ?? price;
    return (taken && costOf({ price: taken }, { seconds })) ?? [];
  });
  return { id, name, clips: costs.length, sums: sumOf(costs) };
}

function clipsOf(media: readonly StoredMedium[]): readonly Clip[] {
  return media.flatMap(({ message }) => {
    if (message.type !== 'video' || message.madeWith === undefined) return [];
    return { ...message, madeWith: message.madeWith };
  });
}
