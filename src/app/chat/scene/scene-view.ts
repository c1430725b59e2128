import { Component, computed, inject, Injector, input, output } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { mdiCheck, mdiMagnify, mdiMenuDown, mdiPlus } from '@mdi/js';

import type { SceneData, SceneWords } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { labelWithCost } from '../../engines/cost-text.ts';
import { MENU_TRIGGER } from '../../overlays/menu-trigger.ts';
import { missesWords } from '../../scene/known-words.ts';
import { chipsOf, choicesOf, gapsOf, type SceneChip, type SceneChoice, withWord } from '../../scene/scene-chips.ts';
import { Subjects } from '../../scene/subjects.ts';
import { KIND_NAMES } from './kind-names.ts';
import { KnownWords } from './known-words.ts';

/** What the engine has read in a prompt, word by word; each opens a menu of others, and one of these asks for that picture. */
@Component({
  selector: 'kitten-scene',
  imports: [Icon, KnownWords, MatMenu, MatMenuContent, MatMenuItem, MENU_TRIGGER],
  templateUrl: './scene-view.html',
  styleUrl: './scene-view.scss',
})
export class SceneView {
  readonly scene = input.required<SceneData>();
  /** The words of the engine. */
  readonly words = input.required<SceneWords>();
  /** Its id; without one it is the server's default. */
  readonly engine = input<string>();
  /** What drawing it otherwise costs; null where nothing is taken. */
  readonly cost = input<string | null>(null);
  /** The person wants it otherwise. */
  readonly changed = output<SceneData>();

  private readonly language = inject(Language);
  private readonly subjects = inject(Subjects);
  private readonly injector = inject(Injector);
  protected readonly text = injectText();
  protected readonly costNote = computed(() =>
    this.cost() === null ? null : labelWithCost(this.text('scene.redrawn'), this.cost()),
  );
  protected readonly openIcon = mdiMenuDown;
  protected readonly checkIcon = mdiCheck;
  protected readonly addIcon = mdiPlus;
  protected readonly searchIcon = mdiMagnify;
  protected readonly shots = computed(() => chipsOf(this.scene(), this.words(), this.language.current()));

  protected readonly missesWords = computed(() => missesWords(this.scene()));
  protected readonly gaps = computed(() => gapsOf(this.scene(), this.words()));

  protected kindOf({ kind }: SceneChip): string {
    return this.text(KIND_NAMES[kind]);
  }

  /** Within a sentence, where a language has small letters. */
  protected kindWithin(chip: SceneChip): string {
    return this.kindOf(chip).toLocaleLowerCase(this.language.current());
  }

  protected choicesOf(chip: SceneChip): readonly SceneChoice[] {
    return choicesOf(chip, this.words(), this.language.current());
  }

  protected choose(chip: SceneChip, { word, isChosen }: SceneChoice): void {
    if (!isChosen) this.changed.emit(withWord(this.scene(), chip, word));
  }

  /** Among all the subjects that there are. */
  protected async search(chip: SceneChip): Promise<void> {
    const [{ searchSubject }, subjects] = await Promise.all([
      import('./subject-search.ts'),
      this.subjects.of(this.engine()),
    ]);
    const word = await searchSubject(this.injector, subjects);
    if (word !== undefined && word !== chip.word) this.changed.emit(withWord(this.scene(), chip, word));
  }
}
