import { Component, computed, inject, output } from '@angular/core';
import { MatMenu, MatMenuItem } from '@angular/material/menu';
import { mdiCheck, mdiMenuDown, mdiMovieOpenCogOutline } from '@mdi/js';

import { ClipPreferences } from '../../../clip-options/clip-preferences.ts';
import { injectCostText } from '../../../engines/cost-text.ts';
import { engineFacts, injectEngineTexts } from '../../../engines/engine-facts.ts';
import { Engines } from '../../../engines/engines.ts';
import { Icon } from '../../../icon/icon.ts';
import { injectText } from '../../../language/text.ts';
import { MenuFocus } from '../../../overlays/menu-focus.ts';
import { MENU_TRIGGER } from '../../../overlays/menu-trigger.ts';
import { EngineChoice } from './engine-choice.ts';

/** The choice of an engine, each with what it can do. */
@Component({
  selector: 'kitten-engine-picker',
  imports: [Icon, MenuFocus, MatMenu, MatMenuItem, MENU_TRIGGER],
  templateUrl: './engine-picker.html',
  styleUrl: './engine-picker.scss',
})
export class EnginePicker {
  /** One was chosen, and the menu is closed: the focus belongs to the field. */
  readonly done = output();

  private readonly engines = inject(Engines);
  private readonly texts = injectEngineTexts();
  private readonly preferences = inject(ClipPreferences);
  private readonly costText = injectCostText();
  protected readonly choice = inject(EngineChoice);
  protected readonly text = injectText();
  protected readonly engineIcon = mdiMovieOpenCogOutline;
  protected readonly openIcon = mdiMenuDown;
  protected readonly checkIcon = mdiCheck;
  protected readonly offers = computed(() =>
    this.engines.offered().map((engine) => ({
      id: engine.id,
      name: engine.name,
      model: engine.model === engine.name ? undefined : engine.model,
      facts: engineFacts(engine, this.texts).join(' · '),
      isChosen: engine.id === this.choice.engine()?.id,
    })),
  );
  protected readonly chosen = computed(() => this.offers().find(({ isChosen }) => isChosen));
  /** What matters of the chosen one without opening the menu: what it costs, or that it is no model. */
  protected readonly remark = computed(() => {
    const engine = this.choice.engine();
    const count = this.preferences.current().count ?? 1;
    const cost = this.costText({ engine, seconds: this.choice.options().seconds }, count);
    return cost ?? (engine?.isModel === false ? this.text('engines.byRule') : '');
  });
}
